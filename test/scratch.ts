import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What suites put into the folder for temporary files is gone when all have ended. */
export default function giveOneFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ct-')); // short: sockets lie below it
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
