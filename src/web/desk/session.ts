import { ApiError } from '../../client/api-error.ts';
import { createClient, type Client } from '../../client/client.ts';
import type { TypedDocument } from '../../client/typed-document.ts';

/** Asks the API with the key of the curator. */
export type Ask = <Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: NoInfer<Variables>,
) => Promise<Result>;

/** A curator's key, in memory alone, and what is asked with it. */
export interface Session {
  ask: Ask;
  /** The same, and it is carried out although the page is left meanwhile; for short questions. */
  askToTheEnd: Ask;
  /** Takes a key; it is known to be good once something was asked with it. */
  take(key: string): void;
  forget(): void;
}

/** Opens a session; `onRefused` is told why the key is not taken, when it never was or is not any more. */
export function openSession(server: string, onRefused: (message: string) => void): Session {
  let client: Client | null = null;
  let lasting: Client | null = null;
  const asking =
    (which: () => Client | null): Ask =>
    async (document, variables) => {
      try {
        const asked = which();
        if (!asked) throw new ApiError('UNAUTHENTICATED', '', { status: 401 });
        return await asked.query(document, ...([variables] as never));
      } catch (error) {
        if (error instanceof ApiError && refused.has(error.code)) onRefused(error.message);
        throw error;
      }
    };
  return {
    ask: asking(() => client),
    askToTheEnd: asking(() => lasting),
    take(key) {
      const send = (keepalive: boolean): typeof fetch =>
        (input, init) => fetch(input, { ...init, keepalive, cache: 'no-store', credentials: 'omit' }); // prettier-ignore
      client = createClient({ server, key, fetch: send(false) });
      lasting = createClient({ server, key, fetch: send(true) });
    },
    forget() {
      client = lasting = null;
    },
  };
}

/** Where another key is needed to go on; the second: a large page, which is refused before it is read. */
const refused: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'HTTP_401']);

/** Whether an error is that of a key that is not taken, which the session tells by itself. */
export const isRefusal = (error: unknown): boolean => error instanceof ApiError && refused.has(error.code);
