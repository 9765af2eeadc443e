/** What is asked. */
export interface Question {
  query: string;
  variables?: unknown;
}

/** How it is put into a request. */
export interface RequestOptions {
  /** By GET where it is short enough. */
  get: boolean;
  /** The document itself, its hash alone, or both so that the server keeps it. */
  send?: 'document' | 'hash' | 'both';
}

/** Addresses up to this many characters pass through every proxy and server there is. */
const longestAddress = 2_000;

const accept = 'application/graphql-response+json, application/json;q=0.9';

/** The request for a question. A GET needs no question beforehand (preflight) from pages of other sites. */
export async function createRequest(
  endpoint: string,
  { query, variables }: Question,
  { get, send = 'document' }: RequestOptions,
): Promise<{ url: string; init: { method: string; headers: Record<string, string>; body?: string } }> {
  const extensions =
    send === 'document' ? undefined : { persistedQuery: { version: 1, sha256Hash: await sha256(query) } };
  const document = send === 'hash' ? undefined : query;
  // A query that has this word somewhere goes by POST too: no harm done.
  const mayWrite = /\bmutation\b/.test(query);
  if (get && !mayWrite) {
    const parameters = new URLSearchParams();
    if (document !== undefined) parameters.set('query', squeeze(document));
    if (variables !== undefined) parameters.set('variables', JSON.stringify(variables));
    if (extensions) parameters.set('extensions', JSON.stringify(extensions));
    const url = `${endpoint}?${parameters}`;
    if (url.length <= longestAddress) return { url, init: { method: 'GET', headers: { accept } } };
  }
  const headers = { accept, 'content-type': 'application/json' };
  return {
    url: endpoint,
    init: { method: 'POST', headers, body: JSON.stringify({ query: document, variables, extensions }) },
  };
}

/** The document without indents, so that more of them fit into an address; one with texts in it as it is. */
const squeeze = (document: string): string =>
  document.includes('"') || document.includes('#') ? document : document.replaceAll(/\s+/g, ' ').trim();

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
