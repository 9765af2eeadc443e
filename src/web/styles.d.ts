declare module '*.css'; // the build takes them up
