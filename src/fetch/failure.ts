import { addressRefused } from './address-guard.ts';

/** Why there is no answer. */
export interface Failure {
  /**
   * `refused`: not asked, by our rules or by the host's. `no such host`: the name does not exist. `unreachable`: the
   * network or the server failed, which may pass.
   */
  kind: 'refused' | 'no such host' | 'unreachable';
  /** In words, for people. */
  reason: string;
  /** The code of the error of the network, such as `ECONNRESET`, where there was one. */
  code?: string;
}

/** A failure that is our own decision, or the wish of the host. */
export const refused = (reason: string): Failure => ({ kind: 'refused', reason });

const words: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection dropped',
  UND_ERR_SOCKET: 'connection dropped',
  ETIMEDOUT: 'no connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  EAI_AGAIN: 'the name could not be looked up now',
};

/** What an error of the network means for the address that was asked. */
export function failureOf(error: unknown): Failure {
  const { code, message } = error as { code?: string; message?: string };
  if (code === addressRefused) return { kind: 'refused', reason: message!, code };
  if (code === 'ENOTFOUND') return { kind: 'no such host', reason: 'the name of the host does not exist', code };
  return { kind: 'unreachable', reason: words[code ?? ''] ?? (message || code || 'the request failed'), code };
}
