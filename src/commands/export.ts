import { exportFormats, type ExportFormat, type ExportFormatName } from '../formats/export-formats.ts';
import { allEntities } from '../graph/entities.ts';
import { exportLines, ofOneMoment } from '../graph/export.ts';
import type { Command } from './command.ts';

export interface ExportArguments {
  format?: ExportFormatName | 'jsonl';
  /** The address of the catalogue, without a slash at the end: linked data name things by it. */
  base: string;
}

/** Prints every record of the graph, and what became of ids that were merged or withdrawn; or the graph in another format. */
export const exportCommand: Command<ExportArguments> = async (catalogue, { format = 'jsonl', base }, say, signal) => {
  const { store } = catalogue;
  if (format === 'jsonl') {
    for await (const lines of exportLines(store)) if (lines.length > 0) await say.out(lines.join('\n'));
    return 0;
  }
  const { createContext } = await import('../api/context.ts');
  const { describe } = await import('../api/describe.ts');
  const { only, head, between = '', begun = false, entity, end }: ExportFormat = exportFormats[format];
  // Each text ends in a line break, which `say` puts there itself.
  const print = async (text: string) => text && say.out(text.replace(/\n$/, ''));
  await catalogue.refresh();
  await print(await head(base));
  let isFirst = !begun;
  for await (const page of ofOneMoment(store, allEntities(store.read, only && [only]))) {
    const context = createContext(catalogue);
    for (const described of await Promise.all(page.map((entity) => describe(context, entity, base)))) {
      signal.throwIfAborted();
      await print(`${isFirst ? '' : between}${await entity(described)}`);
      isFirst = false;
    }
  }
  await print(end);
  return 0;
};
