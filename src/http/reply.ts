import type { Tagged } from './tagged.ts';

/** An answer ready to be sent, or to be kept and sent again. */
export interface Reply {
  status: number;
  type: string;
  headers: Record<string, string>;
  text: Tagged;
  /** Seconds that anybody may keep it; 0 for what nobody may. */
  keepFor: number;
  /** Whether the projection alone determines it. */
  settled: boolean;
}
