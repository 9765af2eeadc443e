import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
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

/** A disk of 16 MB with a file system of its own, which can go read-only under whoever writes to it. */
export function mountFailingDisk() {
  const place = mkdtempSync(join(tmpdir(), 'common-thread-disk-'));
  const image = `${place}.img`;
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'pipe' });
  writeFileSync(image, '');
  truncateSync(image, 16 * 2 ** 20);
  try {
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'pipe' });
    mount('-o', 'loop,errors=remount-ro', image, place);
  } catch (error) {
    rmdirSync(place);
    rmSync(image);
    throw error;
  }
  return {
    place,
    /** As the kernel does after an error of the disk: from now on nothing can be written, files that are open included. */
    fail: () => mount('-o', 'remount,abort', place),
    /** Mounts it anew. */
    mend() {
      execFileSync('umount', [place]);
      mount('-o', 'loop,errors=remount-ro', image, place);
    },
    remove() {
      execFileSync('umount', ['-l', place]);
      rmdirSync(place);
      rmSync(image);
    },
  };
}

/** Why no small disk can be made here; null when it can. */
export function noSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can mount a small disk';
  return refused(() => mountSmallDisk('1m').unmount());
}

/** Why no disk can be made to fail here; null when it can. */
export const noFailingDisk = (): string | null => noSmallDisk() ?? refused(() => mountFailingDisk().remove());

function refused(mount: () => void): string | null {
  try {
    mount();
    return null;
  } catch (error) {
    return `no disk can be mounted here: ${(error as Error).message.split('\n', 2).join(' ')}`;
  }
}
