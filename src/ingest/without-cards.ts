const readOn =
  /(read|learn|find out|see) more|continue reading|weiterlesen|mehr (lesen|erfahren)|lees (meer|verder)|lire (la suite|plus)|en savoir plus|(leer|saber|ver) más|leggi( tutto| di più)?|continua a leggere|(ler|saiba|leia) mais|citește mai (mult|departe)|(pročitaj|saznaj)(te)? više|opširnije|прочитај(те)? више|опширније|läs mer|czytaj (więcej|dalej)/;
const teaser = new RegExp(`(\\.\\.\\.|…|^)\\s*(${readOn.source})\\s*(\\.\\.\\.|[….»›→>]+)?\\s*$`, 'iu');
const cutOff = /(\.\.\.|…)\s*$/;
const longestLine = 600; // UTF-16 code units; no teaser is longer, and long lines are not searched

/**
 * The lines of a text without the cards of other pages that stand below many pages: a heading, perhaps a label, and a
 * teaser that breaks off with `…Read more`. What breaks off without such words is a card only at the very end.
 */
export function withoutCards(lines: string[]): string[] {
  const dropped = new Set<number>();
  const last = lines.findLastIndex((line) => line.trim() !== '');
  let between = false;
  lines.forEach((line, at) => {
    if (line.length > longestLine || dropped.has(at)) return;
    const card = teaser.test(line.slice(-200)) || ((between || at === last) && cutOff.test(line));
    if (!card) return;
    between = true;
    dropped.add(at);
    let heading = above(lines, at);
    if (line.trim().length < 40)
      dropped.add(heading).add((heading = above(lines, heading))); // the link alone
    else if (isLabel(lines[heading])) dropped.add(heading).add((heading = above(lines, heading)));
    if (heading >= 0) dropped.add(heading);
  });
  return lines.filter((_, at) => !dropped.has(at));
}

/** The line above that has something on it; -1 where there is none. */
function above(lines: string[], at: number): number {
  do at--;
  while (at >= 0 && lines[at]!.trim() === '');
  return at;
}

/** `Guidance`, `News`: one or two words between a card's heading and its teaser. */
const isLabel = (line = '') => line.trim().length <= 24 && !/[.!?]/.test(line) && line.trim().split(/\s+/).length <= 2;
