import type { ComparedQuery } from '../../client/operations.generated.ts';

/** An entity as it is looked at beside another. */
export type Compared = NonNullable<ComparedQuery['nodes'][number]>;

/** One field of two entities. */
export interface Row {
  field: string;
  left: Part[][];
  right: Part[][];
  is: 'same' | 'differs' | 'oneSided';
}

/** Words of a value, and whether the other side has them not. */
export interface Part {
  text: string;
  isOwn: boolean;
}

/** The fields that two entities have, those that differ first; in each what only one side has. */
export function compare(left: Compared, right: Compared): Row[] {
  const sides = [left, right].map((one) => new Map(Object.entries(one).map(([field, value]) => [field, shown(value)])));
  const fields = [...new Set(sides.flatMap((side) => [...side.keys()]))];
  const rows = fields.flatMap((field): Row[] => {
    const [mine, others] = sides.map((side) => side.get(field) ?? []) as [string[], string[]];
    if (mine.length + others.length === 0 || isInHead(field, left)) return [];
    const isSame = mine.length === others.length && mine.every((value) => others.includes(value));
    const is = isSame ? 'same' : mine.length === 0 || others.length === 0 ? 'oneSided' : 'differs';
    const isProse = prose.has(field);
    return [{ field, left: partsOf(mine, others, isProse), right: partsOf(others, mine, isProse), is }];
  });
  const order: Row['is'][] = ['differs', 'oneSided', 'same'];
  return rows.sort((a, b) => order.indexOf(a.is) - order.indexOf(b.is));
}

/** What stands above the table, or says the title again; two of different kinds are not compared. */
const isInHead = (field: string, one: Compared) =>
  field === 'id' || field === 'kind' || (field === 'label' && ('title' in one || 'name' in one));

/** Fields in which single words may differ. */
const prose: ReadonlySet<string> = new Set(['title', 'name', 'label', 'summary']);

/** What a value says, a text for each item of a list. */
function shown(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(shown);
  if (typeof value !== 'object') return [String(value)];
  const { id, label, language, text, url, file } = value as Record<string, string | undefined>;
  if (id) return [`${label} (${id})`];
  return [text ? `${language}: ${text}` : (url ?? file ?? '')];
}

/** Of two texts the words that differ are told apart; of anything else the values. */
function partsOf(mine: string[], others: string[], isProse: boolean): Part[][] {
  const [only, other] = [mine[0], others[0]];
  if (!isProse || mine.length !== 1 || others.length !== 1 || only === other)
    return mine.map((text) => [{ text, isOwn: !others.includes(text) }]);
  const known = new Set(wordsOf(other!).map((word) => word.toLowerCase()));
  const parts = wordsOf(only!).map((text) => ({ text, isOwn: /\S/.test(text) && !known.has(text.toLowerCase()) }));
  return [joined(parts)];
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? [];

/** Runs of words of the same sort become one; a space between two that are its own is its own too. */
function joined(parts: Part[]): Part[] {
  const runs: Part[] = [];
  for (const [place, { text, isOwn }] of parts.entries()) {
    const last = runs.at(-1);
    const isBetween = text === ' ' && last?.isOwn && parts[place + 1]?.isOwn;
    if (last && last.isOwn === (isOwn || Boolean(isBetween))) last.text += text;
    else runs.push({ text, isOwn });
  }
  return runs;
}
