/** A ready question of the console. */
export interface Example {
  /** Whose question it is: the name of its folder. */
  group: string;
  /** Its file's name without the ending. */
  name: string;
  /** What it answers: the first line of the file, a comment. */
  title: string;
  query: string;
  /** JSON: what stands in the file's comment `# variables: …`; empty where there is none. */
  variables: string;
}

/** The files of `src/client/examples`: the build (`build/web.ts`) fills them in. */
export const examples: Example[] = [];
