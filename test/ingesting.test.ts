import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileOf, smallCatalogue } from './records.ts';
import { endAfterEach, run } from './run.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'common-thread-ingest-'));
const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function cli(args: string[], settings: Record<string, string>) {
  const { ended, output } = run('src/cli.ts', args, settings);
  return { code: await ended, ...output };
}

describe('ingest on the command line', () => {
  endAfterEach();
  const GRAPH_URL = newFolder();
  const folder = newFolder();
  const page = join(folder, 'page.html');
  const html =
    '<html lang="en"><title>Residence permits in Serbia</title><p>What ASTRA says of the residence permit.</p></html>';
  beforeAll(async () => {
    await cli(['import', '--no-review', fileOf(smallCatalogue)], { GRAPH_URL });
    writeFileSync(page, html);
    writeFileSync(join(folder, 'sheet.csv'), 'a,b');
  }, 60_000);

  it('prints a draft a line, what is skipped too, and how many to stderr; a file that is not there fails', async () => {
    const nowhere = join(folder, 'nowhere.html');
    const { code, stdout, stderr } = await cli(['ingest', nowhere, folder], { GRAPH_URL });
    expect(linesOf(stdout)).toMatchObject([
      { file: nowhere, skipped: { reason: 'there is no such file' } },
      {
        file: page,
        title: 'Residence permits in Serbia',
        countries: ['country/RS'],
        organisations: ['organisation/astra'],
        known: { outcome: 'new' },
      },
      { file: join(folder, 'sheet.csv'), skipped: { reason: expect.stringContaining('is no .html') } },
    ]);
    expect(stderr).toContain(`There is no file ${nowhere}.\n`);
    expect(stderr.trim().split('\n').at(-1)).toBe('{"read":3,"drafted":1,"skipped":2}');
    expect(code).toBe(1);
  }, 60_000);

  it('never asks an address inside, and goes on', async () => {
    const inside = 'http://127.0.0.1:80/';
    const { code, stdout } = await cli(['ingest', inside, page, '--contact', 'mailto:a@example.org'], { GRAPH_URL });
    expect(linesOf(stdout)).toMatchObject([
      { file: inside, skipped: { reason: expect.stringContaining('may not be asked') } },
      { file: page, title: 'Residence permits in Serbia' },
    ]);
    expect(code).toBe(0);
  }, 60_000);

  it('writes with --write, once', async () => {
    const write = () => cli(['ingest', page, '--write', '--author', 'Ana'], { GRAPH_URL });
    const [first, second] = [await write(), await write()];
    expect(linesOf(first.stdout)[0]!['filed']).toMatch(/graph|review/);
    expect(linesOf(second.stdout)).toMatchObject([{ filed: 'unchanged' }]);
    expect(second.stderr).toContain('"filed":{"graph":0,"review":0,"unchanged":1}');
  }, 60_000);

  it('says so where the graph knows no names', async () => {
    const { code, stderr } = await cli(['ingest', page], { GRAPH_URL: newFolder() });
    expect(stderr).toContain('The graph is empty');
    expect(code).toBe(0);
  }, 60_000);

  it('works for a graph that is being served', async () => {
    const server = run('src/server.ts', [], { GRAPH_URL, PORT: '0' });
    await server.writes(/http:\/\/localhost:\d+/);
    const { code, stdout } = await cli(['ingest', page], { GRAPH_URL });
    expect(linesOf(stdout)).toMatchObject([{ file: page, organisations: ['organisation/astra'] }]);
    expect(code).toBe(0);
  }, 120_000);
});
