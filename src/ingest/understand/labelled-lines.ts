/** A value that a line labels, or the line above it. */
export interface Labelled {
  value: string;
  /** Which line it stands on. */
  line: number;
}

const nextLabel = /^[\p{L} /()]{2,40}:\s*$/u;

/**
 * The values behind a label: on its line (`Publisher: X`), or on the next lines up to an empty one, another label or
 * what `isValue` does not take.
 */
export function labelledBy(
  lines: readonly string[],
  label: RegExp,
  isValue: (line: string) => boolean,
  most = 1,
): Labelled[] {
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    if (line.length > 400) continue;
    const found = label.exec(line);
    if (!found) continue;
    const rest = wholeValue(line.slice(found[0].length).trim(), lines[at + 1]);
    if (rest) {
      if (/[:|–-]\s*$/.test(found[0]) || isValue(rest)) return [{ value: rest, line: at }];
      continue;
    }
    const below = valuesBelow(lines, at, isValue, most);
    if (below.length > 0) return below;
  }
  return [];
}

/** A value whose line breaks off behind `and` or a comma goes on below. */
const wholeValue = (value: string, below = ''): string =>
  /(?:\s(?:and|und|et|y|e|en|și|i|и|de|of|für|pour|para|za)|,|-)$/iu.test(value) && below.trim()
    ? `${value} ${below.trim()}`
    : value;

const inside = /\s(?=\p{Lu}[\p{L}]{3,20}(?:\s\p{Ll}{2,15}){0,2}(?:\(\p{L}+\))?\s?:\s)/gu;

/** Lines with a label inside them (`Text: A B Layout: C`), parted in front of each. */
export const partedByLabels = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => ((line.match(/:\s/g)?.length ?? 0) > 1 && line.length < 2_000 ? line.split(inside) : [line]));

/** Lines with parts side by side (`Berlin, May 2022 · Text: A B`), each by itself. */
export const partedByBars = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.length < 300 ? line.split(/\s+[·•|]\s+/) : [line]));

function valuesBelow(
  lines: readonly string[],
  at: number,
  isValue: (line: string) => boolean,
  most: number,
): Labelled[] {
  const values: Labelled[] = [];
  for (let next = at + 1; next < lines.length && values.length < most && next < at + 40; next++) {
    const line = lines[next]!.trim();
    if (line === '') {
      if (values.length > 0) break;
      continue;
    }
    if (line.length > 200 || nextLabel.test(line) || !isValue(line)) break;
    values.push({ value: line, line: next });
  }
  return values;
}
