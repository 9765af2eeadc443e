import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const libraries = ['/usr/lib/fiu/fiu_run_preload.so', '/usr/lib/fiu/fiu_posix_preload.so'];
const pipes = mkdtempSync(join(tmpdir(), 'common-thread-calls-'));

/** What a process finds in its environment that is to be told, while it runs, that calls of the system fail (libfiu). */
export const withFailingCalls = { LD_PRELOAD: libraries.join(':'), FIU_CTRL_FIFO: join(pipes, 'fiu') };

/** From now on a call, such as `posix/io/sync/fsync`, fails in that process with this number of an error: 5 is EIO. */
export const failFromNow = (process: number, call: string, error = 5): void =>
  void execFileSync('fiu-ctrl', ['-f', withFailingCalls.FIU_CTRL_FIFO, '-c', `enable name=${call},failinfo=${error}`, String(process)]); // prettier-ignore

/** Why no call can be made to fail here; null when it can. */
export const noFailingCalls = (): string | null =>
  libraries.every((library) => existsSync(library)) ? null : 'fiu-utils (libfiu) is not installed';
