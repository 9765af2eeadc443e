import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileOf, publication, smallCatalogue } from './records.ts';
import { endAfterEach, run } from './run.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'common-thread-cli-'));

/** Runs a command to its end. */
async function cli(args: string[], settings: Record<string, string> = { GRAPH_URL: newFolder() }) {
  const { ended, output } = run('src/cli.ts', args, settings);
  return { code: await ended, ...output };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the command line', () => {
  endAfterEach();
  const GRAPH_URL = newFolder();
  let imported: Awaited<ReturnType<typeof cli>>;
  beforeAll(async () => {
    imported = await cli(['import', fileOf(smallCatalogue)], { GRAPH_URL });
  });

  it('imports a file and gives the summary as a line of JSON', () => {
    const count = smallCatalogue.length;
    expect(imported).toEqual({
      code: 0,
      stdout: `{"read":${count},"created":${count},"updated":0,"unchanged":0,"rejected":0}\n`,
      stderr: '',
    });
  });

  it.each(['publication/brief', '10.1000/brief', 'https://doi.org/10.1000/BRIEF', 'https://example.org/brief'])(
    'shows what is related to %s as JSON Lines and nothing else',
    async (target) => {
      const { code, stdout, stderr } = await cli(['related', target, '--first', '2'], { GRAPH_URL });
      expect([code, stderr]).toEqual([0, '']);
      const items = linesOf(stdout);
      expect(items.map(({ id }) => id)).toEqual(['publication/guide', 'publication/asylum']);
      expect(Object.keys(items[0]!).sort()).toEqual(
        ['alsoIn', 'date', 'id', 'language', 'publishers', 'reasons', 'score', 'title', 'url'].sort(),
      );
    },
  );

  it('says the reasons in the language of the reader', async () => {
    const { stdout } = await cli(['related', 'publication/brief', '--language', 'de'], { GRAPH_URL });
    expect(stdout).toContain('"text":"Gleiches Land: Serbien"');
  });

  it.each([
    ['publication/nowhere', 'id: "publication/nowhere" is not in the catalogue.\n'],
    ['doi:10.1000/nowhere', 'doi: "doi:10.1000/nowhere" is not in the catalogue.\n'],
    ['https://example.org/nowhere', 'url: "https://example.org/nowhere" is not in the catalogue.\n'],
  ])('says that %s is not there, and fails', async (target, stderr) => {
    expect(await cli(['related', target], { GRAPH_URL })).toEqual({ code: 1, stdout: '', stderr });
  });

  it('names every line of an import that it rejects, takes the rest, and fails', async () => {
    const file = fileOf([publication('a'), { ...publication('b'), date: 'soon' }]);
    expect(await cli(['import', file])).toEqual({
      code: 1,
      stdout: '{"read":2,"created":1,"updated":0,"unchanged":0,"rejected":1}\n',
      stderr: `${file}:2 date "soon" is not a date such as 2021, 2021-03 or 2021-03-05\n`,
    });
  });

  it('names a file that is not there, and fails', async () => {
    const { code, stdout, stderr } = await cli(['import', '/nowhere/records.jsonl']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('/nowhere/records.jsonl');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each<[string, RegExp, string[]]>([
    ['no command', /Usage: /, []],
    ['an unknown command', /unknown command 'relate'/, ['relate']],
    ['an unknown option', /unknown option '--fist'/, ['related', 'publication/brief', '--fist', '3']],
    ['a missing target', /missing required argument 'target'/, ['related']],
    ['no file', /missing required argument 'files'/, ['import']],
    ['a number that is none', /'three' is invalid.*whole number/, ['related', 'publication/brief', '--first', 'three']],
    ['a number over the limit', /101.*100/, ['related', 'publication/brief', '--first', '101']],
  ])('takes %s as misuse', async (_, message, args) => {
    const { code, stdout, stderr } = await cli(args, { GRAPH_URL });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('names a setting that cannot be used, and fails', async () => {
    const { code, stdout, stderr } = await cli(['related', 'publication/brief'], { GRAPH_URL: 'redis://localhost' });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('GRAPH_URL="redis://localhost" is neither a folder nor an address');
  });

  it('prints the schema as it stands in the file, without a graph', async () => {
    const stdout = readFileSync('schema/schema.graphql', 'utf8');
    expect(await cli(['schema'], { GRAPH_URL: 'redis://localhost' })).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('tells its commands', async () => {
    const { code, stdout, stderr } = await cli(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of ['related', 'import', 'schema']) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it.each(['related', 'import', 'schema'])('shows an example of %s', async (command) => {
    const { code, stdout } = await cli([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Example: npm run .*cli -- ${command}\\b`, 'm'));
  });
});
