import { isNoise, postTypeList } from './noise-lines.ts';
import { isHeadingOfOthers, isHeadingOfSimilar } from './other-pages.ts';
import { isTitle } from './title-line.ts';
import { repairedLetters } from './repaired-letters.ts';

const readOn =
  /(read|learn|find out|see) more|continue reading|weiterlesen|mehr (lesen|erfahren)|lees (meer|verder)|lire (la suite|plus)|en savoir plus|(leer|saber|ver) más|leggi( tutto| di più)?|continua a leggere|(ler|saiba|leia) mais|citește mai (mult|departe)|(pročitaj|saznaj)(te)? više|opširnije|прочитај(те)? више|опширније|läs mer|czytaj (więcej|dalej)/;
const teaser = new RegExp(`(\\.\\.\\.|…|^)\\s*(${readOn.source})\\s*(\\.\\.\\.|[….»›→>]+)?\\s*$`, 'iu');
const cutOff = /(\.\.\.|…)\s*$/;
const longestLine = 600; // UTF-16 code units; no teaser is longer, and long lines are not searched
/** Whether a text is nothing but the link to the rest: `Read more`. */
export const isTeaser = (text: string): boolean =>
  text.length < 60 && teaser.test(text) && !/\p{L}/u.test(text.replace(teaser, ''));

/** What a text is without the cards of other pages, and the titles on them. */
export interface Parted {
  lines: string[];
  titles: string[];
}

/**
 * Parts the lines of a text from the cards of other pages that stand below many pages: a heading, perhaps a label, and a
 * teaser that breaks off with `…Read more`. What breaks off without such words is a card only at the very end. Behind a
 * template's list of sorts of posts, and under `Similar documents`, every line is one.
 */
export function partCards(all: readonly string[]): Parted {
  const types = postTypeList(all);
  const listed = all.findIndex((line, at) => at > 0 && isHeadingOfSimilar(line) && !hasProse(all, at));
  const ends = [types?.from, listed < 0 ? undefined : listed].filter((at) => at !== undefined);
  const end = Math.min(all.length, ...ends);
  const above = partTeasers(all.slice(0, end));
  const below = ends.length === 0 ? [] : all.slice(end === types?.from ? types.to : end + 1);
  return { lines: above.lines, titles: [...above.titles, ...titlesOfCards(below)].map(tidyTitle) };
}

/** Whether paragraphs follow below a line, so that it is no list of other pages. */
const hasProse = (lines: readonly string[], at: number) =>
  lines.slice(at + 1).some((line) => line.length > 300 && !teaser.test(line.slice(-200)) && !cutOff.test(line));

/** The titles where nothing but cards is: those above teasers, and headings that stand alone. */
function titlesOfCards(lines: readonly string[]): string[] {
  const { titles, lines: left } = partTeasers(lines);
  const places = (text: string) => lines.findIndex((line) => line.trim() === text);
  const alone = left.map((line) => line.trim()).filter((line) => line !== '' && !isSmallPrint(line) && !isTag(line) && !isLabel(line) && !isNoise(line) && !isHeadingOfOthers(line) && !teaser.test(line) && isTitle(line)); // prettier-ignore
  return [...titles, ...alone].sort((one, other) => places(one) - places(other));
}

function partTeasers(lines: readonly string[]): Parted {
  const dropped = new Set<number>();
  const titles: string[] = [];
  const last = lines.findLastIndex((line) => line.trim() !== '');
  let between = false;
  lines.forEach((line, at) => {
    if (between && isTag(line)) dropped.add(at);
    if (line.length > longestLine || dropped.has(at)) return;
    const card = teaser.test(line.slice(-200)) || ((between || at === last) && cutOff.test(line));
    if (!card) return;
    between = true;
    dropped.add(at);
    let heading = above(lines, at);
    if (isTeaser(line.trim())) {
      dropped.add(heading); // the link alone: the teaser is above it
      heading = above(lines, heading);
    }
    for (let labels = 0; labels < 2 && isLabelBelowTitle(lines, heading) && !dropped.has(heading); labels++) {
      dropped.add(heading);
      heading = above(lines, heading);
    }
    if (heading < 0 || dropped.has(heading)) return;
    dropped.add(heading);
    titles.push(lines[heading]!.trim());
  });
  return { lines: lines.filter((_, at) => !dropped.has(at)), titles };
}

/** The line above that has something on it; -1 where there is none. */
function above(lines: readonly string[], at: number): number {
  do at--;
  while (at >= 0 && lines[at]!.trim() === '');
  return at;
}

/** `TAGS: Europe` stands below a card, and above the next one. */
const isTag = (line: string) => /^\s*(tags?|categor(y|ies)|topics?|themen|schlagw[oö]rter?|kategorie|catégorie|etiquetas|temas|categor[ií]as?|trefwoorden|oznake|teme)\s*:/iu.test(line); // prettier-ignore

/** A label stands right below a title; below an empty line or another card's tags it is a short title. */
const isLabelBelowTitle = (lines: readonly string[], at: number) =>
  isLabel(lines[at]) && at > 0 && lines[at - 1]!.trim() !== '' && !isTag(lines[at - 1]!);

/** `Guidance`, `COVID-19 resourcesPublications`: one or two words, or several labels glued, between heading and teaser. */
function isLabel(line = ''): boolean {
  const text = line.trim();
  if (text === '' || text.length > 60 || /[.!?:]/.test(text)) return false;
  const words = text.split(/\s+/).length;
  return isTag(text) || (text.length <= 24 && words <= 2) || (words <= 4 && /\p{Ll}{3}\p{Lu}[\p{L}]{2}/u.test(text));
}

const gluedTags =
  /(\s*(?:TAGS?|Tags?):\s.*|(?<=[\p{Ll}.)])(?:Guidance|Publications?|Reports?|News|Resources|Toolkits?))$/u;

/** A card's title without tags that are glued to it, its letters put right where they were surely decoded wrongly. */
export const tidyTitle = (title: string) => repairedLetters(title.replace(gluedTags, '').trim() || title);

/** The day of a card, or the section it is in: `12 de Outubro, 2019`, `Em "Notícias"`. */
const isSmallPrint = (line: string) => /^\d{1,2}\b.{0,30}\b\d{4}$|^(?:in|em|en|dans|im) ["“„«]/i.test(line);
