import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** What a number depends on beside the program: the machine, what else it does now, and which state of the source. */
export function describeMachine(): string {
  const cores = cpus();
  const load = loadavg().map((average) => average.toFixed(2));
  return [
    `machine  ${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB`,
    `node     ${process.version} on ${process.platform} ${process.arch}`,
    `load     ${load.join(' ')} at the start (1, 5, 15 minutes)`,
    `source   ${sourceState()}`,
  ].join('\n');
}

function sourceState(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
    return (
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ' with changes that are not committed' : '')
    );
  } catch {
    return 'not under git';
  }
}
