import { openServer } from './server.ts';

/** A server that was started until it was ready, and stopped again. */
export interface Started {
  /** From before the process was made until /health/ready answered 200. */
  seconds: number;
  peakMegabytes: number | null;
}

/** Starts the server on a free port, waits until it is ready, and stops it. Throws when it does not become ready. */
export async function measureStart(server: string, settings: Record<string, string>): Promise<Started> {
  const { seconds, peakMegabytes, stop } = await openServer([server], settings);
  const peak = peakMegabytes();
  await stop();
  return { seconds, peakMegabytes: peak };
}
