// The build takes them up: into a file of their own, or as the text of a module.
declare module '*.css' {
  const text: string;
  export default text;
}
