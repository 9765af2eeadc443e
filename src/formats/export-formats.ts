import { bibtexOf } from './bibtex.ts';
import { cslItemOf } from './csl-item.ts';
import { csvHeader, csvLineOf } from './csv.ts';
import type { Described } from './described.ts';
import { catalogueNodes, context, nodeOf } from './json-ld.ts';
import { risOf } from './ris.ts';
import { turtleOf, turtlePrefixes } from './turtle.ts';

/** How a whole catalogue is written: a head, a text for some entities at a time, an end. */
export interface ExportFormat {
  /** Which entities it can tell of. */
  only?: 'publication';
  head(base: string): Promise<string> | string;
  /** What stands before every entity but the first; before that too where the head holds some already. */
  between?: string;
  begun?: boolean;
  entity(described: Described): Promise<string> | string;
  end: string;
}

/** The formats that a catalogue is exported in, beside its own records, by their names on the command line. */
export const exportFormats = {
  csv: { only: 'publication', head: () => csvHeader, entity: csvLineOf, end: '' },
  turtle: {
    head: async (base) => `${turtlePrefixes}\n${await turtleOf(catalogueNodes(base))}`,
    entity: (described) => turtleOf([nodeOf(described)]),
    end: '',
  },
  jsonld: {
    head: (base) => `{"@context":${json(context)},"@graph":[\n${catalogueNodes(base).map(json).join('\n,')}\n`,
    between: ',',
    begun: true,
    entity: (described) => `${json(nodeOf(described))}\n`,
    end: ']}\n',
  },
  bibtex: {
    only: 'publication',
    head: () => '',
    between: '\n',
    entity: (described) => bibtexOf(cslItemOf(described)),
    end: '',
  },
  ris: {
    only: 'publication',
    head: () => '',
    between: '\r\n',
    entity: (described) => risOf(cslItemOf(described)),
    end: '',
  },
  csl: {
    only: 'publication',
    head: () => '[\n',
    between: ',',
    entity: (described) => `${json(cslItemOf(described))}\n`,
    end: ']\n',
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;

const json = (value: unknown) => JSON.stringify(value);
