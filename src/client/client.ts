import { readAnswer } from './read-answer.ts';
import { createRequest, type Question, type RequestOptions } from './request.ts';
import type { TypedDocument } from './typed-document.ts';
import { ApiError } from './api-error.ts';
import { walk, type Connection, type ItemOf } from './walk.ts';

export { ApiError, type Cost, type ErrorDetail } from './api-error.ts';
export type { TypedDocument } from './typed-document.ts';
export type { Connection, ItemOf } from './walk.ts';

/** Where and how a client asks. */
export interface ClientOptions {
  /** The address of the server, such as `https://catalogue.example`. */
  server: string;
  /** What to ask with; the `fetch` of the browser or of Node by default. */
  fetch?: typeof fetch;
  /** Sent with each request. */
  headers?: Record<string, string>;
  /**
   * A key of this server, for what needs one. Then everything goes by POST, and no cache keeps an answer. It is a secret:
   * not for pages that others open.
   */
  key?: string;
  /**
   * Send the SHA-256 of a document in its place, once the server knows it (automatic persisted queries). False by
   * default; without effect where there is no `crypto.subtle`, as on pages without https.
   */
  persisted?: boolean;
}

/** How one question is asked. */
export interface QueryOptions {
  signal?: AbortSignal;
  /**
   * False: by POST, so that nothing of the question stands in an address, which others between here and the server may
   * write down. By default short questions go by GET, whose answers browsers and caches may keep.
   */
  get?: boolean;
}

/** The variables may be left out where none is needed. */
type Rest<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables, options?: QueryOptions]
    : [variables: Variables, options?: QueryOptions];

export interface Client {
  /** Asks, and gives the data; throws an `ApiError` where the answer has errors. */
  query<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...rest: Rest<NoInfer<Variables>>
  ): Promise<Result>;
  /**
   * Every item of a connection, page after page, as long as you go on; the document takes the cursor as `$after`.
   *
   * @example
   * for await (const { node } of client.walk(PublicationsDocument, { first: 50 }, (data) => data.publications))
   *   console.log(node.id);
   */
  walk<Result, Variables extends object, Page extends Connection>(
    document: TypedDocument<Result, Variables>,
    variables: NoInfer<Variables>,
    connection: (data: Result) => Page | null | undefined,
    options?: QueryOptions,
  ): AsyncGenerator<ItemOf<Page>, void, undefined>;
}

/**
 * A client for the API of a server.
 *
 * @example
 * const client = createClient({ server: 'https://catalogue.example' });
 * const { related } = await client.query(RelatedDocument, { to: { url: location.href }, language: 'fr' });
 */
export function createClient({
  server,
  fetch: ask = globalThis.fetch,
  headers,
  key,
  persisted,
}: ClientOptions): Client {
  const endpoint = `${server.replace(/\/+$/, '')}/graphql`;

  async function send(question: Question, { signal }: QueryOptions, options: RequestOptions): Promise<unknown> {
    const { url, init } = await createRequest(endpoint, question, options);
    const sent = { ...init.headers, ...(key && { authorization: `Bearer ${key}` }), ...headers };
    return readAnswer(await ask(url, { ...init, headers: sent, signal }));
  }

  async function query(document: { toString(): string }, variables?: unknown, options: QueryOptions = {}) {
    const question = { query: String(document), variables };
    const { get = !key } = options;
    const byHash = persisted === true && globalThis.crypto?.subtle !== undefined;
    if (!byHash) return send(question, options, { get });
    try {
      return await send(question, options, { get, send: 'hash' });
    } catch (error) {
      if (!(error instanceof ApiError) || !unknownHash.has(error.code)) throw error;
      return send(question, options, { get: false, send: 'both' });
    }
  }

  return {
    query: query as Client['query'],
    walk: (document, variables, connection, options) =>
      walk((after) => query(document, { ...variables, ...after }, options) as Promise<never>, connection),
  };
}

/** The server does not know the document yet, or will not keep any. */
const unknownHash = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);
