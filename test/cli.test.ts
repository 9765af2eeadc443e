import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileDraft } from '../src/filing.ts';
import { beginRestore } from '../src/graph/snapshot.ts';
import { openStore } from '../src/graph/store.ts';
import { doubtful } from './draft.ts';
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

const commands = [
  'related', 'ingest', 'import', 'export', 'merge', 'withdraw', 'undo', 'review', 'check', 'backup', 'restore', 'stats', 'history', 'keys', 'schema',
]; // prettier-ignore

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
        ['alsoIn', 'date', 'id', 'language', 'publishers', 'reasons', 'score', 'title', 'url', 'why'].sort(),
      );
    },
  );

  it('shows what is related to a file of HTML or text that is not in the catalogue', async () => {
    const text = 'Residence permits in Serbia\n\nWhat ASTRA says on the residence permit.';
    const html = `<html lang="en"><title>Residence permits in Serbia</title><p>${text}</p></html>`;
    for (const content of [text, html]) {
      const file = join(newFolder(), 'page');
      writeFileSync(file, content);
      const { code, stdout, stderr } = await cli(['related', file, '--first', '3'], { GRAPH_URL });
      expect([code, stderr]).toEqual([0, '']);
      expect(linesOf(stdout).map(({ id }) => id)).toContain('publication/guide');
    }
  });

  it('says the reasons in the language of the reader', async () => {
    const { stdout } = await cli(['related', 'publication/brief', '--language', 'de'], { GRAPH_URL });
    expect(stdout).toContain('"text":"Gleiches Land: Serbien"');
  });

  it.each([
    ['publication/nowhere', 'id: "publication/nowhere" is not in the catalogue.\n'],
    ['doi:10.1000/nowhere', 'doi: "doi:10.1000/nowhere" is not in the catalogue.\n'],
    [
      'https://example.org/nowhere',
      'url: "https://example.org/nowhere" is not in the catalogue. Give the text of the page instead.\n',
    ],
    ['./nowhere.html', 'There is no file ./nowhere.html.\n'],
    ['.', '. is a folder: name one file in it.\n'],
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
    ['one id to merge', /missing required argument 'into'/, ['merge', 'publication/brief']],
    ['a withdrawal for no reason', /required option '--reason <text>'/, ['withdraw', 'publication/brief']],
    ['links that nobody stands for', /--links needs --contact/, ['check', '--links']],
    ['pages of a site that nobody stands for', /addresses need --contact/, ['ingest', 'https://example.org/']],
    ['no file to back up to', /missing required argument 'file'/, ['backup']],
    ['no file to restore', /missing required argument 'file'/, ['restore']],
    [
      'a page of what it is not told',
      /--as same, translation and edition need --of/,
      ['review', 'accept', 'x', '--as', 'same'],
    ],
    ['a new page of another', /--as new takes none/, ['review', 'accept', 'x', '--as', 'new', '--of', 'publication/a']],
    ['a work without what the page is of it', /--of needs --as/, ['review', 'accept', 'x', '--of', 'publication/a']],
    ['a key of no role', /required option '--role <role>'/, ['keys', 'create', 'Ana']],
    ['a key of a role that is none', /'boss' is invalid/, ['keys', 'create', 'Ana', '--role', 'boss']],
    ['a key that has ended', /'2020-01-01' is invalid.*past/, ['keys', 'create', 'Ana', '--role', 'admin', '--expires', '2020-01-01']], // prettier-ignore
    ['a day that is none', /'2999-02-30' is invalid.*date/, ['keys', 'rotate', 'Ana', '--expires', '2999-02-30']],
    ['no answer to a question', /unknown command 'maybe'/, ['review', 'maybe', 'x']],
    [
      'a revision that is none',
      /'two' is invalid.*whole number/,
      ['history', 'publication/brief', '--revision', 'two'],
    ],
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
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  const parts = [
    'review list',
    'review show',
    'review accept',
    'review reject',
    'review reopen',
    'keys create',
    'keys rotate',
    'keys revoke',
    'keys list',
  ];
  it.each([...commands.filter((name) => !['review', 'keys'].includes(name)), ...parts])(
    'shows an example of %s',
    async (command) => {
      const { code, stdout } = await cli([...command.split(' '), '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`^Example: npm run .*cli -- ${command}\\b`, 'm'));
    },
  );
});

describe('curating on the command line', () => {
  endAfterEach();
  const GRAPH_URL = newFolder();
  const by = ['--author', 'Ana', '--reason', 'because'];
  const [lefo, astra] = ['organisation/lefo', 'organisation/astra'];
  const same = ['a', 'b', 'c', 'd'].map((key, i) => publication(key, { doi: `10.1000/same-${i % 2}` }));
  /** Runs a command that succeeds and says nothing beside its lines. */
  const lines = async (...args: string[]) => {
    const { code, stdout, stderr } = await cli(args, { GRAPH_URL });
    expect([code, stderr]).toEqual([0, '']);
    return linesOf(stdout);
  };
  const failure = async (...args: string[]) => {
    const { code, stdout, stderr } = await cli(args, { GRAPH_URL });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).not.toMatch(/\n\s+at /);
    return stderr;
  };
  beforeAll(async () => {
    await cli(['import', fileOf(smallCatalogue)], { GRAPH_URL });
  });

  it('merges, answers under the old id, and takes it back', async () => {
    expect(await lines('merge', lefo, astra, ...by)).toEqual([{ merged: lefo, into: astra }]);
    expect(await lines('history', '--first', '1')).toMatchObject([{ author: 'Ana', reason: 'because' }]);
    expect(await lines('undo', lefo, ...by)).toEqual([{ restored: lefo }]);
    expect(await lines('history', lefo)).toMatchObject([{ id: lefo, revision: 1, until: 2 }, { until: null }]);
    expect(await lines('history', lefo, '--revision', '1')).toMatchObject([{ id: lefo, revision: 1 }]);
  }, 60_000);

  it('withdraws, also what one source says alone', async () => {
    const other = { url: 'https://other.example.org/', verified: true };
    await lines('import', '--no-review', fileOf([publication('asylum', { source: other })]));
    const [id, why] = ['publication/asylum', ['--reason', 'wrong']];
    expect(await lines('withdraw', id, '--source', other.url, ...why)).toEqual([
      { withdrawn: id, source: other.url, reason: 'wrong' },
    ]);
    const erased = await cli(['withdraw', id, ...why, '--erase'], { GRAPH_URL });
    expect([erased.code, linesOf(erased.stdout)]).toEqual([0, [{ withdrawn: id, reason: 'wrong' }]]);
    expect(erased.stderr).toContain('Backups');
    expect(await failure('undo', id)).toMatch(/publication\/asylum was erased/);
  }, 60_000);

  it('finds duplicates and decides them', async () => {
    const imported = await cli(['import', fileOf(same)], { GRAPH_URL });
    expect(imported.stderr).toContain('2 pairs may be one publication; look at: review list');
    const questions = await lines('review', 'list');
    expect(questions).toMatchObject([{ kind: 'duplicate' }, { kind: 'duplicate' }]);
    const [first, second] = questions.map(({ id }) => id as string);
    expect(await lines('review', 'accept', first!)).toMatchObject([{ id: first, status: 'accepted' }]);
    expect(await lines('review', 'reject', second!)).toMatchObject([{ id: second, status: 'rejected' }]);
    const { stdout, stderr } = await cli(['review', 'list', '--find'], { GRAPH_URL });
    expect([stdout, stderr]).toEqual(['', '0 new\n']);
  }, 60_000);

  it('shows a page that waits, accepts it without what is wrong, and rejects another', async () => {
    const store = await openStore({ engine: 'embedded', folder: GRAPH_URL });
    const other = doubtful({ file: 'other.html', urls: [], title: 'Another handbook on permits' });
    for (const page of [doubtful(), other]) await fileDraft(store, page, { write: true, act: { author: 'ingest' } });
    await store.close();
    const waiting = (await lines('review', 'list')).sort((a, b) => String(a.file).localeCompare(String(b.file)));
    expect(waiting.map(({ kind, file }) => [kind, file])).toEqual([
      ['draft', doubtful().file],
      ['draft', other.file],
    ]);
    const [first, second] = waiting.map(({ id }) => id as string);
    expect(await lines('review', 'show', first!)).toMatchObject([{ id: first, draft: { file: doubtful().file } }]);
    const accepted = await lines('review', 'accept', first!, '--without', 'countries:country/AT', 'date', ...by);
    expect(accepted).toMatchObject([{ id: first, kind: 'draft', status: 'accepted' }]);
    const into = accepted[0]!.into as string;
    expect(await lines('history', into)).toMatchObject([
      { records: [{ id: into, countries: ['country/RS'], provenance: expect.any(Array) }] },
    ]);
    expect(await lines('review', 'reject', second!)).toMatchObject([{ id: second, status: 'rejected' }]);
    expect(await lines('review', 'list')).toEqual([]);
    const reopened = await cli(['review', 'reopen', second!, '--author', 'Ben', '--reason', 'a slip'], { GRAPH_URL });
    expect(linesOf(reopened.stdout)).toMatchObject([{ id: second, status: 'open', past: [{ reopenedBy: 'Ben', reason: 'a slip' }] }]); // prettier-ignore
    expect(reopened.stderr).toBe('Nothing was kept of the page; read it again: ingest other.html --write\n');
    expect(await lines('review', 'list')).toMatchObject([{ id: second, from: 'other.html' }]);
    const early = await cli(['review', 'accept', second!], { GRAPH_URL });
    expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('read it again first: ingest other.html')]);
    await lines('review', 'reject', second!);
  }, 60_000);

  it('says what the catalogue covers, and that it is sound', async () => {
    expect(await lines('stats')).toContainEqual({ dimension: 'kind', value: 'organisation', count: 3, verified: 3 });
    const { code, stdout, stderr } = await cli(['check'], { GRAPH_URL });
    expect([code, stdout, stderr]).toEqual([0, '', 'Everything is as it was accepted.\n']);
  });

  it('has nothing to follow where no link was asked for', async () => {
    const { code, stderr } = await cli(['check', '--links', '--contact', 'mailto:a@example.org', '--limit', '0'], {
      GRAPH_URL,
    });
    expect([code, stderr]).toEqual([0, 'Nothing was due.\n']);
  });

  it('backs up and restores', async () => {
    const file = join(newFolder(), 'catalogue.backup');
    const exported = (await cli(['export'], { GRAPH_URL })).stdout;
    const [summary] = await lines('backup', file);
    await lines('merge', lefo, astra);
    const restored = await cli(['restore', file], { GRAPH_URL });
    expect([restored.code, linesOf(restored.stdout)]).toEqual([0, [summary]]);
    expect((await cli(['export'], { GRAPH_URL })).stdout).toBe(exported);
    const elsewhere = newFolder();
    await cli(['import', fileOf(exported.split('\n').slice(0, -1))], { GRAPH_URL: elsewhere });
    expect((await cli(['export'], { GRAPH_URL: elsewhere })).stdout).toBe(exported);
  }, 90_000);

  it.each([
    ['merge', ['merge', lefo, 'organisation/nowhere'], 'organisation/nowhere is not in the graph.'],
    ['withdraw', ['withdraw', 'x', '--reason', 'y'], 'x is not in the graph.'],
    ['undo', ['undo', lefo], `${lefo} was neither merged nor withdrawn.`],
    ['review show', ['review', 'show', 'x'], 'x is not in the review queue; look at: review list'],
    ['review accept', ['review', 'accept', 'x'], 'x is not in the review queue; look at: review list'],
    ['history', ['history', lefo, '--revision', '0'], `${lefo} was not in the graph at revision 0.`],
    ['restore', ['restore', '/nowhere/file'], '/nowhere/file cannot be restored: ENOENT'],
    ['backup', ['backup', '/nowhere/file'], 'ENOENT'],
  ])('says what stands in the way of %s, and fails', async (_, args, message) => {
    expect(await failure(...args)).toContain(message);
  });

  it('finishes a restore that was cut off, and does nothing else before', async () => {
    const file = join(newFolder(), 'catalogue.backup');
    await lines('backup', file);
    const store = await openStore({ engine: 'embedded', folder: GRAPH_URL });
    await beginRestore(store, file);
    await store.close();
    for (const command of [['export'], ['stats'], ['backup', file], ['merge', lefo, astra]])
      expect(await failure(...command)).toContain(`run it again: restore ${file}`);
    expect((await cli(['restore', file], { GRAPH_URL })).code).toBe(0);
    expect(await lines('stats')).not.toEqual([]);
  }, 90_000);

  it('ends quietly when nobody reads on', async () => {
    const many = Array.from({ length: 2_000 }, (_, i) => publication(`p${i}`, { summary: 'x'.repeat(200) }));
    await lines('import', '--no-review', fileOf(many)).catch(() => {});
    const command = `"${process.execPath}" --import tsx src/cli.ts export | head -1; echo "exit \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command], {
      env: { ...process.env, GRAPH_URL },
    });
    expect(stdout).toMatch(/^{"kind":"publication".*}\nexit 0\n$/);
    expect(stderr).toBe('');
  }, 60_000);
});

describe('keys on the command line', () => {
  endAfterEach();

  it('are made, shown once, rotated and revoked, while a server takes them', async () => {
    const API_KEYS_FILE = join(newFolder(), 'keys.json');
    const at = (...args: string[]) => cli(['keys', ...args], { API_KEYS_FILE });
    const made = await at('create', 'Ana K.', '--role', 'curator', '--expires', '2999-01-01');
    expect([made.code, made.stderr]).toEqual([0, '']);
    const [{ key, ...told } = {}] = linesOf(made.stdout);
    expect(told).toMatchObject({ name: 'Ana K.', role: 'curator', expires: '2999-01-01T00:00:00.000Z' });
    expect(linesOf((await at('list')).stdout)).toEqual([{ ...told, is: 'valid' }]);
    expect(await at('create', 'Ana K.', '--role', 'admin')).toMatchObject({
      code: 1,
      stderr: 'Ana K. has a key: rotate it, or revoke it first.\n',
    });

    const GRAPH_URL = newFolder();
    await cli(['import', fileOf(smallCatalogue)], { GRAPH_URL });
    const settings = { GRAPH_URL, API_KEYS_FILE, WRITE_ORIGINS: 'https://curate.example', PORT: '0' };
    const server = run('src/server.ts', [], settings);
    const [, url] = await server.writes(/^ {2}(http:\/\/localhost:\d+)\/related /m);
    const withdraw = async (id: string, by: unknown, origin?: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${by as string}`,
          ...(origin && { origin }),
        },
        body: JSON.stringify({ query: `mutation { withdraw(id: "${id}", reason: "a test") { id } }` }),
      });
      return [response.status, await response.json()];
    };
    expect(await withdraw('publication/brief', key, 'https://evil.example')).toMatchObject([403, {}]);
    expect(await withdraw('publication/brief', key, 'https://curate.example')).toMatchObject([
      200,
      { data: { withdraw: { id: 'publication/brief' } } },
    ]);
    const [rotated] = linesOf((await at('rotate', 'Ana K.', '--keep', '1')).stdout);
    expect(await withdraw('publication/guide', key)).toMatchObject([200, {}]);
    expect(await withdraw('publication/asylum', rotated!.key)).toMatchObject([200, {}]);
    expect(linesOf((await at('revoke', 'Ana K.')).stdout)).toEqual([{ name: 'Ana K.', revoked: 2 }]);
    for (const gone of [key, rotated!.key]) expect(await withdraw('publication/chains', gone)).toMatchObject([401, {}]);
    expect(linesOf((await at('list')).stdout).map(({ is }) => is)).toEqual(['revoked', 'revoked']);
    const history = linesOf((await cli(['history', '--first', '3'], { GRAPH_URL })).stdout);
    expect(history.map(({ author }) => author)).toEqual(['Ana K.', 'Ana K.', 'Ana K.']);
    expect(server.output.stdout + server.output.stderr).not.toContain('ct_');
    expect(server.output.stderr).toBe('');
  }, 240_000);

  it('need a file', async () => {
    expect(await cli(['keys', 'list'], {})).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^API_KEYS_FILE is not set: name/),
    });
    const API_KEYS_FILE = join(newFolder(), 'nothing.json');
    const stderr = `${API_KEYS_FILE} is not there; keys create makes it\n`;
    expect(await cli(['keys', 'list'], { API_KEYS_FILE })).toEqual({ code: 1, stdout: '', stderr });
    const revoked = await cli(['keys', 'revoke', 'Ana'], { API_KEYS_FILE });
    expect([revoked.code, revoked.stderr]).toEqual([1, '"Ana" has no valid key; keys list shows who has.\n']);
    expect(existsSync(`${API_KEYS_FILE}.new`)).toBe(false);
  });
});

describe('commands for a graph that is being served', () => {
  endAfterEach();
  const id = 'publication/new';

  it('are carried out by the server: import, merge, backup and restore', async () => {
    const GRAPH_URL = newFolder();
    const at = (...args: string[]) => cli(args, { GRAPH_URL });
    await at('import', fileOf(smallCatalogue));
    const server = run('src/server.ts', [], { GRAPH_URL, PORT: '0' });
    const [, url] = await server.writes(/^ {2}(http:\/\/localhost:\d+)\/related /m);
    const status = async (of: string) => (await fetch(`${url}/related?id=${of}&first=1`)).status;
    const shows = (of: string, wanted: number) => expect.poll(() => status(of), { timeout: 5_000 }).toBe(wanted);
    expect(await status(id)).toBe(404);

    const file = join(newFolder(), 'catalogue.backup');
    expect(await at('backup', file)).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(file)).toBe(true);
    const imported = await at('import', fileOf([publication('new', { themes: ['theme/residence'] })]));
    expect(linesOf(imported.stdout)).toEqual([{ read: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 }]);
    await shows(id, 200);
    expect(await at('merge', 'organisation/lefo', 'organisation/astra')).toMatchObject({ code: 0 });
    expect((await at('merge', 'organisation/lefo', 'organisation/network')).stderr).toContain('is merged already');
    expect((await at('restore', file)).code).toBe(0);
    await shows(id, 404);
    expect((await at('export')).stdout.split('\n')).toHaveLength(smallCatalogue.length + 1);
    const broken = fileOf(['no backup']);
    expect(await at('restore', broken)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nothing has been changed.'),
    });
    expect(await status('publication/guide')).toBe(200);
    expect(server.output.stderr).not.toContain('Error');
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
  }, 120_000);
});
