import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The product as it is shipped, and where a benchmark keeps its graphs and exports. */
export interface Program {
  cli: string;
  server: string;
  /** A folder that is deleted with the rest when the benchmark ends. */
  scratch: string;
  remove(): void;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a built product does not read. */
const leftOut = new Set(['node_modules', 'data', 'test', 'docs', 'bench']);

/**
 * Builds the product and copies it to a folder of its own: who goes on working in the tree during a long benchmark
 * does not change what is measured.
 */
export function buildProgram(): Program {
  // What the build says goes to stderr: stdout is for the results.
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] });
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-bench-run-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove); // also when Ctrl-C ends it
  for (const name of readdirSync(root)) {
    if (leftOut.has(name) || name.startsWith('.')) continue;
    cpSync(join(root, name), join(folder, 'product', name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'product', 'node_modules'));
  return {
    cli: join(folder, 'product', 'dist', 'cli.js'),
    server: join(folder, 'product', 'dist', 'server.js'),
    scratch: folder,
    remove,
  };
}
