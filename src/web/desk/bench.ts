import { NodesDocument } from '../../client/operations.generated.ts';
import { deskWords, filled } from '../../shown/desk-words.ts';
import { wayTo } from './element.ts';
import type { Words } from './draft.ts';
import type { Notices } from './notices.ts';
import type { Rejections } from './rejections.ts';
import { isRefusal, type Session } from './session.ts';
import type { Shortcuts } from './shortcuts.ts';

/** What every part of the desk works with. */
export interface Bench {
  session: Session;
  shortcuts: Shortcuts;
  notices: Notices;
  rejections: Rejections;
  /** The address of the server's first page, without parameters. */
  home: string;
  /** The words of pages read in this sitting, by the question that was made of each. */
  words: Map<string, Words>;
  /** Does one thing at a time, and says why it could not be done. */
  attempt(work: () => Promise<void>): Promise<void>;
  /** The same, beside whatever else is being done. */
  beside(work: () => Promise<void>): Promise<void>;
  /** What entities are called. */
  labels(ids: readonly string[]): Promise<Map<string, string>>;
}

/** One of the things that are done at the desk. */
export interface View {
  name: string;
  element: HTMLElement;
  /** Called each time it is turned to. */
  open(): void;
}

/** As many ids as are asked for at once. */
const mostAtOnce = 100;

export function createBench(given: Omit<Bench, 'attempt' | 'beside' | 'labels'>): Bench {
  const { session, notices } = given;
  const known = new Map<string, string>();
  let isBusy = false;
  async function beside(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isRefusal(error)) notices.warn(error instanceof Error ? error.message : String(error));
    }
  }
  return {
    ...given,
    beside,
    async attempt(work) {
      if (isBusy) return; // a key that is pressed twice is meant once
      isBusy = true;
      await beside(work);
      isBusy = false;
    },
    async labels(ids) {
      const missing = [...new Set(ids)].filter((id) => !known.has(id));
      for (let from = 0; from < missing.length; from += mostAtOnce) {
        const some = missing.slice(from, from + mostAtOnce);
        const { nodes } = await session.ask(NodesDocument, { ids: some, language: 'en' });
        for (const [place, node] of nodes.entries()) if (node) known.set(some[place]!, node.label);
      }
      return known;
    },
  };
}

/** The way to the page of an entity, in a tab of its own. */
export const wayToEntity = (home: string, id: string, label = id): HTMLAnchorElement =>
  wayTo(home + id, label, deskWords.opensNew);

/** The name of a field, as it is shown. */
export const nameOfField = (field: string): string => deskWords.fieldNames[field] ?? field;

/** The same for one value of it. */
export const nameOfOne = (field: string): string => deskWords.fieldNamesOfOne[field] ?? nameOfField(field);

/** How sure a value is. */
export const sureness = (confidence: number | undefined): string =>
  confidence === undefined ? deskWords.noConfidence : filled(deskWords.confidence, `${Math.round(confidence * 100)} %`);
