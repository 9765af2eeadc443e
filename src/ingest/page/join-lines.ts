/** A line as it is printed, in points from the lower left corner of its page. */
export interface PrintedLine {
  text: string;
  size: number;
  left: number;
  right: number;
  bottom: number;
}

const wholeLine = 0.75; // of the width of its page: a shorter line is the last of its paragraph
const nextLine = 1.9; // sizes of letters from one line to the next within a paragraph
const repeated = 3; // pages on which a first or last line stands again is a running head
/** Parts of a compound that keep their hyphen where a line breaks behind it. */
const prefix = /(^|[^\p{L}])(anti|non|post|pre|co|self|ex|cross|multi|inter|long|short|well|socio|vice|euro|so)-$/iu;
const broken = /\p{L}[-\u2010]$/u;

/**
 * Printed pages as text, a line for each paragraph: words that were parted at the end of a line are joined, heads and feet
 * that run through the pages and page numbers are left out.
 */
export function joinLines(pages: readonly (readonly PrintedLine[])[]): string {
  const running = runningLines(pages);
  const paragraphs: string[] = [];
  for (const page of pages) {
    const lines = page.filter((line) => !running.has(placeOf(line)) && !/^\W*\d{0,4}\W*$/.test(line.text));
    const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))];
    lines.forEach((line, at) => {
      const before = lines[at - 1];
      const last = paragraphs.at(-1);
      const goesOn = before
        ? isNext(before, line) && (before.right - left >= wholeLine * (right - left) || broken.test(before.text))
        : last !== undefined && /[\p{Ll},\u00AD-]$/u.test(last) && /^\p{Ll}/u.test(line.text);
      if (goesOn && last !== undefined) paragraphs[paragraphs.length - 1] = joined(last, line.text);
      else paragraphs.push(line.text);
    });
  }
  return rejoined(paragraphs.join('\n'));
}

const isNext = (one: PrintedLine, next: PrintedLine) =>
  Math.abs(one.size - next.size) < 0.1 * one.size &&
  one.bottom - next.bottom < nextLine * one.size &&
  !/^\s*([•▪●◦–—-]|\d{1,2}[.)])\s/.test(next.text);

/** Where a hyphen may belong to the word, U+2027 marks the place until the whole text is known. */
function joined(text: string, next: string): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next;
  if (broken.test(text) && /^\p{Ll}/u.test(next))
    return prefix.test(text) ? text + next : `${text.slice(0, -1)}\u2027${next}`;
  return `${text} ${next}`;
}

/** A parted word is whole again, unless the text has it with its hyphen elsewhere, and not without. */
function rejoined(text: string): string {
  if (!text.includes('\u2027')) return text;
  const words = new Set(text.toLowerCase().match(/\p{L}+(-\p{L}+)*/gu));
  return text.replace(/(\p{L}+)\u2027(\p{L}+)/gu, (_, one: string, other: string) => {
    const [whole, hyphened] = [`${one}${other}`, `${one}-${other}`];
    return words.has(hyphened.toLowerCase()) && !words.has(whole.toLowerCase()) ? hyphened : whole;
  });
}

/** The first and last two lines of a page that stand, but for numbers, at the same height of several pages. */
function runningLines(pages: readonly (readonly PrintedLine[])[]): Set<string> {
  const times = new Map<string, number>();
  for (const page of pages) {
    const byHeight = [...page].sort((one, other) => other.bottom - one.bottom);
    const edges = new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)].map(placeOf));
    for (const edge of edges) times.set(edge, (times.get(edge) ?? 0) + 1);
  }
  return new Set([...times].filter(([, count]) => count >= repeated).map(([place]) => place));
}

const placeOf = ({ text, bottom }: PrintedLine) => `${Math.round(bottom / 4)} ${text.replace(/[\d\s]+/g, '')}`;
