import { openServer } from './server.ts';

/** A server that was started until it was ready, and stopped again. */
export interface Started {
  /** From before the process was made until /health/ready answered 200. */
  seconds: number;
  peakMegabytes: number | null;
}

/** How a process ends. */
export type Ending = 'stop' | 'kill';

/** Starts the server on a free port, waits until it is ready, and ends it. Throws when it does not become ready. */
export async function measureStart(server: string, settings: Record<string, string>, ending: Ending): Promise<Started> {
  const { seconds, peakMegabytes, ...end } = await openServer([server], settings);
  const peak = peakMegabytes();
  await end[ending]();
  return { seconds, peakMegabytes: peak };
}
