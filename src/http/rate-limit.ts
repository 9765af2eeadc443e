import type { IncomingMessage, ServerResponse } from 'node:http';
import { rateLimited } from '../api/errors.ts';
import { addressOf, clientAt, isOwnMachine, type Trust } from '../clients/address.ts';
import { period, type Spend } from '../clients/spending.ts';

/** What each client may ask for. */
export interface RateLimit {
  /** Cost in a minute. */
  budget: number;
  /** Whether programs on this machine are held to it, too, and not only told. */
  everybody: boolean;
  trust: Trust;
  spend: Spend;
}

/**
 * Takes a cost from the budget of whoever asks, and says in the headers of the answer what is left (as in
 * draft-ietf-httpapi-ratelimit-headers-10); throws where nothing is.
 */
export async function charge(
  limit: RateLimit | null,
  { socket, headers }: IncomingMessage,
  response: ServerResponse,
  cost: number,
): Promise<void> {
  const address = limit && addressOf(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''), limit.trust);
  if (!limit || !address) return; // who has no address has gone
  const { budget, spend, everybody } = limit;
  const spent = await spend(clientAt(address), cost);
  const seconds = Math.max(1, Math.ceil(spent.left / 1000));
  if (response.headersSent) return;
  response.setHeader('ratelimit-policy', `"cost";q=${budget};w=${period / 1000}`);
  response.setHeader('ratelimit', `"cost";r=${Math.max(0, budget - spent.cost)};t=${seconds}`);
  if (spent.cost <= budget || (!everybody && isOwnMachine(address))) return;
  throw rateLimited(budget, seconds);
}
