import { Command, InvalidArgumentError, Option } from 'commander';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Say } from './channel/request.ts';
import type { ArgumentsOf, CommandName } from './commands/commands.ts';
import { readConfig } from './config.ts';
import { isMoment, roles } from './keys/key-entry.ts';
import { createKeyFor, listKeys, revokeKeys, rotateKey } from './keys/manage-keys.ts';
import { kindOf } from './model.ts';
import { rules } from './projection/candidates.ts';
import { isPageAddress } from './reading/list-pages.ts';
import { sayOnTerminal } from './terminal.ts';

/**
 * Data go to stdout as JSON Lines, everything said to a person to stderr; exit 0 done, 1 failed, 2 misused. What only
 * some commands need is loaded by them: help and mistakes are told at once.
 */
const program = new Command('common-thread')
  .description('Curates and asks the graph that GRAPH_URL names (default: ./data).')
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  })
  .showHelpAfterError('(--help shows how)');

const command = (usage: string, about: string, example: string, parent = program) =>
  parent.command(usage).description(about).addHelpText('after', `\nExample: npm run cli -- ${example}`);

/** A command that writes: who does, and why, stands in the change feed. */
const writing = (made: Command) =>
  made
    .option('--author <name>', 'who does this, for the change feed', 'curator')
    .option('--reason <text>', 'why, for the change feed');

command(
  'related',
  'shows what to read next, and why',
  'related publication/guide-of-promising-practices-2021 --first 3',
)
  .argument('<target>', 'an id, an address, a DOI, a file of HTML, text or PDF, or - for stdin')
  .option('--first <number>', 'so many, at most 100', upTo(rules.longest), 6)
  .option('--language <tag>', 'the language of the reader, such as sr-Latn')
  .option('--json', 'one JSON object a line even on a terminal')
  .action(async (named: string, { first, language, json }) => {
    const { readPageFile } = await import('./reading/read-page-file.ts');
    const page = kindOf(named) === null ? await readPageFile(named) : null;
    if (!page && /^[./~]|\.(html?|txt|md|pdf)$/i.test(named)) throw new Error(`There is no file ${named}.`);
    const target = page ?? named;
    await run('related', { target, first, language, table: Boolean(process.stdout.isTTY && !json) });
  });

writing(
  command('import', 'brings records (JSON Lines) into the graph', 'import seed/countries.jsonl seed/themes.jsonl'),
)
  .argument('<files...>', 'files of records')
  .option('--no-review', 'do not look for duplicates afterwards')
  .action(async (names: string[], { author, reason, review }) => {
    const files = names.map((name) => resolve(name));
    let bytes = 0;
    for (const file of files) bytes += (await stat(file)).size;
    await run('import', { files, bytes, review, author, reason });
  });

writing(
  command(
    'ingest',
    'reads pages and prints a draft of each, linked to the graph',
    'ingest page.html reports/ --write > drafts.jsonl',
  ),
)
  .argument('<paths...>', 'files of HTML, text, Markdown or PDF, folders of them, addresses, or - for stdin')
  .option('--write', 'what is sure goes into the graph, the rest into the review queue', false)
  .option('--contact <address>', 'where the owners of sites can reach you, for addresses: told to every site')
  .action((paths: string[], { contact, write, author, reason }) => {
    if (!contact && paths.some(isPageAddress))
      program.error('error: addresses need --contact: the owners of sites are told whom to write to');
    const options = { write, author, reason, visits: contact && { contact } };
    return runUntilStopped(async (say, signal) => {
      const { ingest } = await import('./ingesting.ts');
      return ingest(readConfig().graph, paths, options, say, signal);
    });
  });

command('export', 'prints every record of the graph, or the graph in another format', 'export > catalogue.jsonl')
  .addOption(
    new Option('--format <name>', 'csv, bibtex, ris and csl tell of publications alone')
      .choices(['jsonl', 'csv', 'turtle', 'jsonld', 'bibtex', 'ris', 'csl'])
      .default('jsonl'),
  )
  .action(({ format }) => run('export', { format, base: readConfig().publicUrl }));

writing(command('merge', 'makes one entity of two', 'merge organisation/lefoe organisation/lefo --reason "the same"'))
  .argument('<from>', 'the id that leads to the other from now on')
  .argument('<into>', 'the id that stays')
  .action((from: string, into: string, act) => run('merge', { from, into, ...act }));

command('withdraw', 'takes an entity out of the graph', 'withdraw publication/x --reason "names a victim" --erase')
  .argument('<id>', 'what is withdrawn; its id answers with the reason')
  .requiredOption('--reason <text>', 'why: readers who follow the id are told')
  .option('--author <name>', 'who does this, for the change feed', 'curator')
  .option('--source <address>', 'withdraw only what this source says of it')
  .option('--erase', 'delete what was known of it, history included: this cannot be undone')
  .action((id: string, options) => run('withdraw', { id, ...options }));

writing(command('undo', 'takes a merge or a withdrawal back', 'undo organisation/lefoe'))
  .argument('<id>', 'the id that was merged or withdrawn')
  .action((id: string, act) => run('undo', { id, ...act }));

const review = program.command('review').description('questions that wait for a curator');
command('list', 'prints the open questions', 'review list --find', review)
  .option('--find', 'look through the whole catalogue for duplicates first')
  .action(({ find }) => run('review list', { find }));
command('show', 'prints one whole, with its evidence', 'review show 4fQ0aXb2kE', review)
  .argument('<id>', 'as `review list` shows it')
  .action((id: string) => run('review show', { id }));
writing(
  command('accept', 'accepts one for good', 'review accept 4fQ0aXb2kE --without countries:country/RS date', review),
)
  .argument('<id>', 'as `review list` shows it')
  .option('--without <values...>', 'of a page: what is wrong, such as date or countries:country/RS')
  .addOption(
    new Option('--as <what>', 'of a page: what it is, where that is not what it was taken for').choices([
      'new',
      'same',
      'translation',
      'edition',
    ]),
  )
  .option('--of <id>', 'with --as same, translation or edition: the publication')
  .action((id: string, { without, as, of, ...act }) => {
    if (as && (as === 'new') === Boolean(of))
      program.error('error: --as same, translation and edition need --of with a publication, --as new takes none');
    if (of && !as) program.error('error: --of needs --as: what the page is of that publication');
    return run('review decide', { id, decision: 'accepted', choice: { without, as, of }, ...act });
  });
writing(command('reject', 'rejects one; it is not asked again', 'review reject 4fQ0aXb2kE', review))
  .argument('<id>', 'as `review list` shows it')
  .action((id: string, act) => run('review decide', { id, decision: 'rejected', ...act }));
writing(command('reopen', 'takes a rejection back', "review reopen 4fQ0aXb2kE --reason 'a slip'", review))
  .argument('<id>', 'as `review reject` has printed it')
  .action((id: string, act) => run('review reopen', { id, ...act }));

writing(
  command(
    'check',
    'compares the graph with what was accepted, or follows its links',
    'check --links --contact mailto:me@example.org',
  ),
)
  .option('--links', 'follow the addresses of publications instead')
  .option('--contact <address>', 'where the owners of sites can reach you: told to every site')
  .option('--older-than <days>', 'leave addresses alone that were looked at since', upTo(3650), 7)
  .option('--limit <number>', 'so many addresses at most', upTo(10_000_000))
  .action(({ links, contact, olderThan, limit, author, reason }) => {
    if (!links) return run('check', {});
    if (!contact) program.error('error: --links needs --contact: the owners of sites are told whom to write to');
    return run('check links', { contact, olderThan, limit, author, reason });
  });

command('backup', 'copies the whole graph into a file, also while it is served', 'backup catalogue.backup')
  .argument('<file>', 'where to; replaced once the copy is whole')
  .action((file: string) => run('backup', { file: resolve(file) }));

command('restore', 'makes the graph what a backup says', 'restore catalogue.backup')
  .argument('<file>', 'a file that backup has written')
  .action((file: string) => run('restore', { file: resolve(file) }));

command('stats', 'prints what the catalogue covers', 'stats').action(() => run('stats', {}));

command('history', 'prints what was changed, by whom and why', 'history organisation/astra --revision 3')
  .argument('[id]', 'of one entity; without it the last changes of all')
  .option('--revision <number>', 'only what it stood on right after this write', upTo(Number.MAX_SAFE_INTEGER))
  .option('--first <number>', 'so many changes', upTo(10_000), 20)
  .action((id: string | undefined, { revision, first }) => run('history', { id, revision, first }));

const keys = program
  .command('keys')
  .description('keys that writing over HTTP needs, in the file that API_KEYS_FILE names');
command(
  'create',
  'makes a key and prints it, this once',
  "keys create 'Ana K.' --role curator --expires 2027-01-01",
  keys,
)
  .argument('<name>', 'whose it is: stands in the history beside all that is written with it')
  .addOption(new Option('--role <role>', 'an admin may also erase').choices(roles).makeOptionMandatory())
  .option('--expires <date>', 'the day or moment from which on it is not taken', comingMoment)
  .action(async (name: string, { role, expires }) => print(await createKeyFor(keysFile(), name, role, expires)));
command('rotate', 'makes another key for a name; the old one ends soon', "keys rotate 'Ana K.' --keep 24", keys)
  .argument('<name>', 'whose it is')
  .option('--keep <hours>', 'the old one stays valid for so many hours', upTo(8760), 24)
  .option('--expires <date>', 'the day or moment from which on the new one is not taken', comingMoment)
  .action(async (name: string, { keep, expires }) => print(await rotateKey(keysFile(), name, keep, expires)));
command('revoke', 'ends every key of a name at once', "keys revoke 'Ana K.'", keys)
  .argument('<name>', 'whose they are')
  .action(async (name: string) => print({ name, revoked: await revokeKeys(keysFile(), name) }));
command('list', 'prints every key there is or was, and nothing that could be used as one', 'keys list', keys).action(
  async () => (await listKeys(keysFile())).forEach(print),
);

command('schema', 'prints the GraphQL schema', 'schema > schema.graphql').action(async () => {
  const { printedSchema } = await import('./api/schema.ts');
  process.stdout.write(await printedSchema());
});

const run = <Name extends CommandName>(name: Name, given: ArgumentsOf<Name>): Promise<void> =>
  runUntilStopped(async (say, signal) => {
    const { graph } = readConfig();
    const { runCommand } = await import('./commands/run.ts');
    return runCommand(graph, name, given, say, signal);
  });

/** Does what a command asks for until Ctrl-C; `work` gives the exit code. */
async function runUntilStopped(work: (say: Say, signal: AbortSignal) => Promise<number>): Promise<void> {
  const say = sayOnTerminal();
  const stopped = new AbortController();
  process.once('SIGINT', () =>
    stopped.abort(new Error('Stopped. What was accepted so far stays; run it again to go on.')),
  );
  try {
    process.exitCode = await work(say, stopped.signal);
  } finally {
    say.end();
  }
}

const print = (value: object) => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** The file of keys; it need not be there yet. */
function keysFile(): string {
  const { keysFile: file } = readConfig();
  if (!file) throw new Error('API_KEYS_FILE is not set: name the file of keys, such as API_KEYS_FILE=./keys.json');
  return file;
}

/** A reader of days and moments that are to come. */
function comingMoment(value: string): string {
  if (!isMoment(value)) throw new InvalidArgumentError('It is not a date such as 2027-01-01 or 2027-01-01T12:00:00Z.');
  if (Date.parse(value) <= Date.now()) throw new InvalidArgumentError('It is past.');
  return new Date(value).toISOString();
}

/** A reader of whole numbers up to a limit. */
function upTo(most: number) {
  return (value: string): number => {
    if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is not a whole number.');
    if (Number(value) > most) throw new InvalidArgumentError(`It is more than ${most}.`);
    return Number(value);
  };
}

// Whoever reads no further, as `head` does, has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
