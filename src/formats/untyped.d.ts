// No types come with these two: what is used of them.
declare module 'citeproc' {
  export interface Engine {
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[]): void;
    /** False where the style has no bibliography. */
    makeBibliography(): false | [parameters: unknown, entries: string[]];
  }
  const CSL: {
    Engine: new (
      system: { retrieveLocale(language: string): string; retrieveItem(id: string): object },
      style: string,
      language: string,
      forceLanguage: boolean,
    ) => Engine;
  };
  export default CSL;
}
declare module '@citation-js/name' {
  export function parse(name: string): {
    given?: string;
    family?: string;
    'non-dropping-particle'?: string;
    literal?: string;
  };
}
