/** A ready question: what it answers, for whom, and what it puts into the editors. */
export interface Example {
  group: string;
  name: string;
  title: string;
  query: string;
  variables: string;
}

/** The files of `src/client/examples`: the build (`build/web.ts`) fills them in. */
export const examples: Example[] = [];
