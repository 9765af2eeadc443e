import type { Names } from '../names/names.ts';
import type { PageText } from '../page/read-page.ts';
import { isInstitution, knownOrganisation, organisationsIn, type Organisation } from './organisations.ts';

const month = '(?:\\d{1,2}\\.?\\s+)?(?:\\p{L}{3,12}\\.?\\s+(?:de\\s+)?)?';
/** What stands behind a publisher in an imprint: `, September 2016, 107 pages`, ` • jul 2019.`. */
const dated = new RegExp(
  `^(.{3,150}?)(?:,\\s(?:collection|coll\\.|reihe|schriftenreihe|colección|collana|coleção|reeks|series)\\s[^,]{3,60})?\\s*[,•·|–—(-]\\s*${month}(?:19|20)\\d\\d\\.?\\)?(?:\\s*[,•·|-]\\s*\\d+\\s*(?:pages?|pp?\\.?|seiten|s\\.|páginas|pagine|pagini|strana))?\\.?$`,
  'iu',
);
const contents =
  /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|inhoud(?:sopgave)?|cuprins|sommaire|table des matières|índice|indice|sumário|sadržaj|садржај|spis treści|colofon|colophon|impressum|imprint)(?!\p{L})/iu;
const funder = /(?<!\p{L})(?:fund|donor|donat|naručilac|financ|finanz|gefördert|förder|soutien|support|apoyo|sprijin|podršk|sponsor|review|recenz|translat|traduc|prevod|layout|design|druk|druck|print|štamp)\p{L}*/iu; // prettier-ignore
const coverLines = 60;

/** The organisations that a work's cover or imprint names on lines of their own: with its date, or above its contents. */
export function imprintOf(page: PageText, lines: readonly string[], names: Names): Organisation[] {
  const cover = lines.slice(0, coverLines).map((line) => line.trim());
  for (const line of cover) {
    const name = line.length <= 250 ? dated.exec(line)?.[1] : undefined;
    const found = name && !funder.test(name) ? organisationsIn(name, names).filter(({ known, text }) => known || isWhole(text)) : []; // prettier-ignore
    if (found.length > 0) return found;
  }
  const beside = besideHeading([page.title, ...cover.slice(0, 5)], names);
  const end = cover.findLastIndex((line) => contents.test(line));
  return end < 0 ? beside : [...beside, ...onLines(cover.slice(0, end + 8), names)];
}

/** `Annual report 2011 - Comité contre l’esclavage moderne`: who is named behind a title. */
function besideHeading(headings: readonly string[], names: Names): Organisation[] {
  for (const heading of headings) {
    const name = heading.length <= 300 ? /^.*\s[-–—|]\s(\S.*)$/.exec(heading)?.[1] : undefined;
    const id = name && knownOrganisation(name, names);
    if (name && id) return [{ value: id, known: true, text: name }];
  }
  return [];
}

/** Organisations that take up whole lines, one or several together. */
function onLines(cover: readonly string[], names: Names): Organisation[] {
  const found: Organisation[] = [];
  for (let at = 0; at < cover.length;) {
    const taken = longest(cover, at, names);
    if (taken) found.push(taken.organisation);
    at += taken?.lines ?? 1;
  }
  return found;
}

function longest(cover: readonly string[], at: number, names: Names) {
  let best: { organisation: Organisation; lines: number } | null = null;
  let text = '';
  for (let lines = 1; lines <= 4 && cover[at + lines - 1] && cover[at + lines - 1]!.length <= 120; lines++) {
    text = `${text} ${cover[at + lines - 1]}`.trim();
    if (funder.test(text) || contents.test(cover[at + lines - 1]!)) break;
    const id = knownOrganisation(text, names);
    const goesOn = /^\p{Ll}/u.test(cover[at + lines - 1]!) || lines === 1 || /\s(?:de|of|der|van|za|a|și|und|and|et)$/iu.test(text.slice(0, -cover[at + lines - 1]!.length)); // prettier-ignore
    if (id) best = { organisation: { value: id, known: true, text }, lines };
    else if (goesOn && isWhole(text) && !best?.organisation.known) best = { organisation: { value: text, known: false, text }, lines }; // prettier-ignore
  }
  return best;
}

/** A name and nothing else: no sentence, no number of a chapter, no dots of a table of contents. */
const isWhole = (text: string) =>
  isInstitution(text) &&
  text.split(/\s+/).length <= 12 &&
  !/^\d|\.{3}|[.:;!?]$|\d{2,}|:\s*\d/.test(text.replace(/e\.\s?V\.$/, ''));
