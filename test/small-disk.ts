import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, of this size: full when a test says so. */
export function mountSmallDisk(size: string): { place: string; unmount(): void } {
  const place = mkdtempSync(join(tmpdir(), 'common-thread-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', place], { stdio: 'ignore' });
  } catch (error) {
    rmdirSync(place);
    throw error;
  }
  return {
    place,
    unmount() {
      execFileSync('umount', ['-l', place]);
      rmdirSync(place);
    },
  };
}

/** Why no small disk can be made here; null when it can. */
export function noSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can mount a small disk';
  try {
    mountSmallDisk('1m').unmount();
    return null;
  } catch {
    return 'this machine lets nobody mount';
  }
}
