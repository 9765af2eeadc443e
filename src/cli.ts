import { Command, InvalidArgumentError } from 'commander';
import { createContext } from './api/context.ts';
import { largestPage } from './api/paging.ts';
import { relatedAnswer } from './api/related-answer.ts';
import { printedSchema } from './api/schema.ts';
import { openCatalogue, type Catalogue } from './catalogue.ts';
import { readConfig } from './config.ts';
import { describeRejection, importFiles } from './import.ts';
import { kindOf } from './model.ts';
import { relatedTable } from './related-table.ts';

/** Data go to stdout as JSON Lines, everything said to a person to stderr; exit 0 done, 1 failed, 2 misused. */
const program = new Command('common-thread')
  .description('Curates and asks the graph that GRAPH_URL names (default: ./data).')
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  })
  .showHelpAfterError('(--help shows how)');

program
  .command('related')
  .description('shows what to read next, and why')
  .argument('<target>', 'an id, an address or a DOI')
  .option('--first <number>', 'so many, at most 100', wholeNumber, 6)
  .option('--language <tag>', 'the language of the reader, such as sr-Latn')
  .option('--json', 'one JSON object a line even on a terminal')
  .addHelpText('after', '\nExample: npm run cli -- related publication/guide-of-promising-practices-2021 --first 3')
  .action(async (target: string, { first, language, json }: { first: number; language?: string; json?: boolean }) => {
    await withCatalogue(async (catalogue) => {
      const answer = await relatedAnswer(createContext(catalogue), targetOf(target), { first, language });
      if (process.stdout.isTTY && !json) console.log(relatedTable(answer));
      else for (const item of answer.items) console.log(JSON.stringify(item));
    });
  });

program
  .command('import')
  .description('brings records (JSON Lines) into the graph')
  .argument('<files...>', 'files of records')
  .addHelpText('after', '\nExample: npm run cli -- import seed/countries.jsonl seed/themes.jsonl')
  .action(async (files: string[]) => {
    await withCatalogue(async ({ store }) => {
      const summary = await importFiles(store, files, {
        onReject: (rejection) => console.error(describeRejection(rejection)),
      });
      console.log(JSON.stringify(summary));
      if (summary.rejected > 0) process.exitCode = 1;
    });
  });

program
  .command('schema')
  .description('prints the GraphQL schema')
  .addHelpText('after', '\nExample: npm run --silent cli -- schema > schema/schema.graphql')
  .action(async () => {
    process.stdout.write(await printedSchema());
  });

async function withCatalogue(work: (catalogue: Catalogue) => Promise<void>): Promise<void> {
  const catalogue = await openCatalogue(readConfig().graph);
  try {
    await work(catalogue);
  } finally {
    await catalogue.close();
  }
}

/** What a target on the command line is: an id, a DOI or an address. */
function targetOf(target: string) {
  if (kindOf(target)) return { id: target };
  return /^(doi:|10\.\d{4,9}\/|https?:\/\/(dx\.)?doi\.org\/)/i.test(target) ? { doi: target } : { url: target };
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is not a whole number.');
  if (Number(value) > largestPage) throw new InvalidArgumentError(`It is more than ${largestPage}.`);
  return Number(value);
}

try {
  await program.parseAsync();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
