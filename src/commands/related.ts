import { createContext } from '../api/context.ts';
import { relatedAnswer } from '../api/related-answer.ts';
import type { TextTarget } from '../api/text-target.ts';
import { kindOf } from '../model.ts';
import { relatedTable } from '../related-table.ts';
import type { Command } from './command.ts';

export interface RelatedArguments {
  /** An id, an address, a DOI; or a text that is not in the catalogue. */
  target: string | TextTarget;
  first: number;
  language?: string;
  /** A table for a person instead of JSON. */
  table: boolean;
}

/** Shows what to read next: a table for a person, or a line of JSON for each item. */
export const relatedCommand: Command<RelatedArguments> = async (catalogue, { target, first, language, table }, say) => {
  await catalogue.refresh();
  const answer = await relatedAnswer(createContext(catalogue), targetOf(target), { first, language });
  if (table) await say.out(relatedTable(answer));
  else for (const item of answer.items) await say.out(JSON.stringify(item));
  return 0;
};

/** What a target on the command line is: a text, an id, a DOI or an address. */
function targetOf(target: string | TextTarget) {
  if (typeof target !== 'string') return target;
  if (kindOf(target)) return { id: target };
  return /^(doi:|10\.\d{4,9}\/|https?:\/\/(dx\.)?doi\.org\/)/i.test(target) ? { doi: target } : { url: target };
}
