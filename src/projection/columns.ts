import { derived } from './derived.ts';
import type { Projection } from './projection.ts';

/** One text of each publication as a small number: `values[codes[node]]`; 0, the empty text, where it has none. */
export interface TextColumn {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

/** A column worked out once for each projection; for the next one only what changed is looked at. */
function textColumn(textOf: (projection: Projection, node: number) => string): (projection: Projection) => TextColumn {
  const write = (projection: Projection, column: TextColumn, nodes: Iterable<number>): TextColumn => {
    const values = [...column.values];
    const numbers = new Map(values.map((value, code) => [value, code]));
    for (const node of nodes) {
      const text = textOf(projection, node);
      let code = numbers.get(text);
      if (code === undefined) numbers.set(text, (code = values.push(text) - 1));
      column.codes[node] = code;
    }
    return { codes: column.codes, values };
  };
  return derived(
    (projection) => {
      const empty = { codes: new Uint32Array(projection.ids.length), values: [''] };
      return write(projection, empty, projection.ofKind.publication);
    },
    ({ codes, values }, next, changed) => {
      const longer = new Uint32Array(next.ids.length);
      longer.set(codes);
      return write(next, { codes: longer, values }, changed);
    },
  );
}

/** The languages of each publication, its main one first, as one text: see `languagesIn`. */
export const languageColumn = textColumn(({ languages }, node) => languages[node]!);

/** What sort of work each is. */
export const typeColumn = textColumn(({ types }, node) => types[node]!);

/** The year each was issued in. */
export const yearColumn = textColumn(({ dates }, node) => dates[node]!.slice(0, 4));

/** The languages that such a text holds, the main one first. */
export const languagesIn = (text: string): string[] => (text === '' ? [] : text.split(' '));

/** The main language of a publication; the empty text where none is known. */
export const mainLanguageOf = ({ languages }: Projection, publication: number): string =>
  languages[publication]!.split(' ', 1)[0]!;
