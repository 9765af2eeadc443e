import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merge, undo } from '../../src/graph/retire.ts';
import { saveRecords } from '../../src/graph/save.ts';
import { applySchema } from '../../src/graph/schema.ts';
import { openStore } from '../../src/graph/store.ts';
import { act, publication, smallCatalogue } from '../records.ts';

// Damage may take the engine's native code down with the process, so another process opens what is damaged.
function startOpener() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/crash/opener.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async open(folder: string): Promise<string> {
      child.stdin.write(`${folder}\n`);
      const { value, done } = await lines.next();
      return done ? 'took the process down' : (JSON.parse(value as string) as string);
    },
    stop: () => child.kill('SIGKILL'),
  };
}

const home = mkdtempSync(join(tmpdir(), 'common-thread-damage-'));
/** Graphs as processes leave them: closed in order; killed at once; killed in a second life. */
const folders = { closed: join(home, 'closed'), killed: join(home, 'killed'), again: join(home, 'again') };
const damaged = join(home, 'damaged');
let opener: ReturnType<typeof startOpener>;
const whole: Record<string, string> = {};

beforeAll(async () => {
  const folder = join(home, 'graph');
  const first = await openStore({ engine: 'embedded', folder });
  await applySchema(first);
  await saveRecords(first, act, smallCatalogue);
  await merge(first, act, 'publication/chains', 'publication/chains-2');
  cpSync(folder, folders.killed, { recursive: true });
  await first.close();
  cpSync(folder, folders.closed, { recursive: true });
  const second = await openStore({ engine: 'embedded', folder });
  await undo(second, act, 'publication/chains');
  await saveRecords(second, act, [publication('late')]);
  cpSync(folder, folders.again, { recursive: true });
  await second.close();
  opener = startOpener();
  for (const [name, original] of Object.entries(folders)) {
    cpSync(original, damaged, { recursive: true });
    whole[name] = await opener.open(damaged);
    rmSync(damaged, { recursive: true });
  }
});
afterAll(() => {
  opener.stop();
  rmSync(home, { recursive: true });
});

type Name = keyof typeof folders;
const damagedFile = (file: string) => join(damaged, file);
const filesOf = (name: Name) =>
  readdirSync(folders[name], { recursive: true, encoding: 'utf8' }).filter(
    (file) => !file.startsWith('opened-by') && statSync(join(folders[name], file)).isFile(),
  );

/** What comes of a graph after some damage: nothing is lost, or it is refused in words that say where and what to do. */
async function outcome(name: Name, damage: () => void): Promise<string> {
  cpSync(folders[name], damaged, { recursive: true });
  damage();
  const said = await opener.open(damaged);
  rmSync(damaged, { recursive: true });
  if (said === whole[name]) return 'whole';
  return said.startsWith('refused: ') && said.includes(damaged) && said.includes('restore FILE') ? 'refused' : said;
}

const flip = (file: string, place: number) => {
  const bytes = readFileSync(damagedFile(file));
  bytes[place]! ^= 1 << (place % 8);
  writeFileSync(damagedFile(file), bytes);
};

/** Some of the bytes of a file that hold something: most of the graph's file are room between its parts. */
function someBytes(name: Name, file: string, count: number): number[] {
  const bytes = readFileSync(join(folders[name], file));
  const used = [...bytes.keys()].filter((place) => bytes[place] !== 0);
  return Array.from({ length: Math.min(count, used.length) }, (_, i) => used[Math.floor((i * used.length) / count)]!);
}

async function outcomes(name: Name, damages: (() => void)[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const damage of damages) {
    const what = await outcome(name, damage);
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

describe.each(Object.keys(folders) as Name[])('an embedded graph that was %s', (name) => {
  it('is whole or refused, with the way back, when a bit of it is another', async () => {
    const damages = filesOf(name).flatMap((file) => someBytes(name, file, 60).map((at) => () => flip(file, at)));
    const { whole = 0, refused = 0, ...others } = await outcomes(name, damages);
    expect(others).toEqual({});
    expect([whole + refused, refused > 20]).toEqual([damages.length, true]);
  }, 60_000);

  it('is whole or refused, with the way back, when a file of it ends too early', async () => {
    const damages = filesOf(name).flatMap((file) => {
      const size = statSync(join(folders[name], file)).size;
      const lengths = new Set(Array.from({ length: 25 }, (_, i) => Math.floor((i * size) / 25)));
      return [...lengths].map((length) => () => truncateSync(damagedFile(file), length));
    });
    const { whole: _, refused, ...others } = await outcomes(name, damages);
    expect(others).toEqual({});
    expect(refused).toBeGreaterThan(20);
  }, 60_000);

  it('is whole or refused, with the way back, when a file of it is gone', async () => {
    for (const file of [...filesOf(name), 'graph.grafeo.wal'])
      expect(await outcome(name, () => rmSync(damagedFile(file), { recursive: true, force: true })), file).toBe(
        file === 'accepted-writes' || (name === 'closed' && file.endsWith('.wal')) ? 'whole' : 'refused',
      );
  });
});

describe('an embedded graph that was refused', () => {
  const log = () => filesOf('killed').find((file) => file.endsWith('.log'))!;
  /** The engine takes this for a write that was never finished. */
  const breakOffLog = () => {
    rmSync(damaged, { recursive: true, force: true });
    cpSync(folders.killed, damaged, { recursive: true });
    truncateSync(damagedFile(log()), statSync(damagedFile(log())).size - 300);
  };
  const contents = () =>
    filesOf('killed').map((file) => [file, readFileSync(damagedFile(file)).toString('base64')] as const);

  it('is left as it was, to the byte', async () => {
    breakOffLog();
    const before = contents();
    expect(await opener.open(damaged)).toMatch(/^refused: .* has lost writes/);
    expect(contents()).toEqual(before);
  });

  it('is served with what is there once its count is deleted, and then is what an accepted write left', async () => {
    breakOffLog();
    rmSync(damagedFile('accepted-writes'));
    expect(await opener.open(damaged)).toMatch(/^0 faults, revision 1, /);
  });

  it('begins anew once its folder is moved away', async () => {
    rmSync(damaged, { recursive: true, force: true });
    expect(await opener.open(damaged)).toMatch(/^0 faults, revision 0/);
  });
});
