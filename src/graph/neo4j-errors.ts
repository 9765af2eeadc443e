import neo4j, { type Neo4jError } from 'neo4j-driver';
import type { Neo4jAddress } from './neo4j-connection.ts';
import { Refusal } from './refusal.ts';
import { Unavailable } from './unavailable.ts';

const isNeo4jError = (error: unknown): error is Neo4jError =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string' && 'retryable' in error;

const codeOf = (error: unknown) => (isNeo4jError(error) ? error.code : '');

/** Whether an error may mean that the database is not there. */
export const isLost = (error: unknown): boolean =>
  ['ServiceUnavailable', 'SessionExpired', 'N/A'].includes(codeOf(error)) || codeOf(error).endsWith('Unavailable');

/** Whether what failed so may go well when it is done again: a lost connection once or twice, a conflict many times. */
export function isWorthAnother(error: unknown, attempts: number, ofLost: number): boolean {
  if (!isNeo4jError(error) || /OutOfMemory/.test(error.code)) return false;
  if (isLost(error)) return attempts <= ofLost;
  return neo4j.isRetryableError(error) && attempts < 9;
}

/** What an error of the driver means, in words that name the setting to look at; any other error as it is. */
export function explain(error: unknown, { url, user, database }: Neo4jAddress): Error {
  if (!isNeo4jError(error)) return error as Error;
  const { code, message } = error;
  const at = `The graph at GRAPH_URL=${url}`;
  const fixed = { cause: error, passing: false };
  if (/\.(Unauthorized|AuthProviderFailed)$/.test(code))
    return new Unavailable(
      `${at} does not let GRAPH_USER=${user ?? ''} in with this GRAPH_PASSWORD: ${message}`,
      away,
      fixed,
    );
  if (code.endsWith('.CredentialsExpired'))
    return new Unavailable(`${at} asks for a new password first: ${message}`, away, fixed);
  if (code.endsWith('.AuthenticationRateLimit'))
    return new Unavailable(`${at} has had too many wrong passwords: wait, and correct GRAPH_PASSWORD.`, away, fixed);
  if (code.endsWith('.DatabaseNotFound'))
    return new Unavailable(`${at} has no database GRAPH_DATABASE=${database ?? ''}: ${message}`, away, fixed);
  if (/ReadOnly/.test(code))
    return new Refusal(
      'The database takes no writes: it is read-only (server.databases.default_to_read_only). Nothing was changed.',
    );
  if (/\.(TransactionTimedOut\w*|Terminated)$/.test(code))
    return new Unavailable(`${at} stopped what took too long: ${message}`, tookTooMuch('time'), { cause: error });
  if (/OutOfMemory/.test(code))
    return new Unavailable(`${at} stopped what took too much memory: ${message}`, tookTooMuch('memory'), {
      cause: error,
    });
  if (isLost(error) || neo4j.isRetryableError(error))
    return new Unavailable(`${at} does not answer: ${message}`, away, { cause: error });
  return error;
}

/** The same of what has waited in vain, or could not connect. */
export const notThere = (error: unknown, address: Neo4jAddress): Error => {
  const explained = explain(error, address);
  if (explained instanceof Unavailable) return explained;
  const { message } = error as Error;
  return new Unavailable(`The graph at GRAPH_URL=${address.url} does not answer: ${message}`, away, { cause: error });
};

const away =
  'The graph does not answer. Try again in a few seconds; a write that was cut off may be sent again as it is.';
const tookTooMuch = (what: string) =>
  `The graph stopped this, for it took too much ${what}; nothing was changed. Ask for less.`;
