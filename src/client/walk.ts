/** A page of a list, as every connection of the API gives it; asked for with `edges` or with `nodes`. */
export interface Connection {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  edges?: readonly unknown[];
  nodes?: readonly unknown[];
}

/** What a connection holds: its edges where they were asked for, else its nodes. */
export type ItemOf<Page> = Page extends { edges: readonly (infer Edge)[] }
  ? Edge
  : Page extends { nodes: readonly (infer Node)[] }
    ? Node
    : never;

/** Every item of a connection; the next page is asked for when the one before is used up. */
export async function* walk<Result, Page extends Connection>(
  ask: (after: { after?: string }) => Promise<Result>,
  connection: (data: Result) => Page | null | undefined,
): AsyncGenerator<ItemOf<Page>, void, undefined> {
  let after: string | undefined;
  do {
    const page = connection(await ask(after === undefined ? {} : { after }));
    if (!page) return;
    yield* (page.edges ?? page.nodes ?? []) as ItemOf<Page>[];
    const { hasNextPage, endCursor } = page.pageInfo;
    after = hasNextPage && endCursor !== after ? (endCursor ?? undefined) : undefined;
  } while (after !== undefined);
}
