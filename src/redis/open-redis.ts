import { createClient } from '@redis/client';
import { within } from '../deadline.ts';
import { log } from '../observe/log.ts';

/** A Redis that several servers share. Nobody waits for it: what it does not answer at once is done without it. */
export interface Redis {
  /** What `work` comes to with Redis, or while that does not answer what `alone` does. */
  ask<Result>(work: (client: Client) => Promise<Result>, alone: () => Promise<Result>): Promise<Result>;
  close(): void;
}

/** Milliseconds to wait for Redis: it answers in one or is not there. */
const patience = 100;
/** Milliseconds for which nothing more is asked of a Redis that has failed: nobody is to wait for it at each request. */
const rest = 2_000;
/** Milliseconds to wait for the first connection: a server that takes requests is to share from the first of them on. */
const forConnection = 2_000;

const clientOf = (url: string) =>
  createClient({
    url,
    disableOfflineQueue: true, // what cannot be asked now is done without it, not later
    socket: { connectTimeout: forConnection, reconnectStrategy: (attempts) => Math.min(attempts * 100, 2_000) },
  });

/** The package's own client. */
export type Client = ReturnType<typeof clientOf>;

/**
 * Connects to a Redis, which need not be there: the connection is made again by itself, and the log says once when it fails
 * and once when it is back.
 */
export async function openRedis(url: string): Promise<Redis> {
  const client = clientOf(url);
  client.on('error', () => {}); // each question says so by itself
  let failing = false;
  let askAgain = 0;
  const fail = (error: unknown) => {
    if (!failing)
      log.warn({ error }, 'Redis does not answer: each server counts budgets and keeps queries for itself meanwhile.');
    failing = true;
    askAgain = performance.now() + rest;
  };
  await within(forConnection, client.connect(), late(forConnection)).catch(fail);
  return {
    async ask(work, alone) {
      if (performance.now() < askAgain) return alone();
      try {
        const result = await within(patience, work(client), late(patience));
        if (failing) log.info('Redis answers again: budgets and queries are shared.');
        failing = false;
        return result;
      } catch (error) {
        fail(error);
        return alone();
      }
    },
    close: () => client.destroy(),
  };
}

const late = (milliseconds: number) => () => new Error(`No answer after ${milliseconds} ms`);
