// The RIS reader of another program has no types: what the tests use of it.
declare module '@citation-js/core' {
  export const plugins: { input: { chain(text: string, options: { forceType: string }): unknown } };
}
