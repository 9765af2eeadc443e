import {
  beginsWith,
  keysOf,
  likeness,
  phraseIn,
  sectionOf,
  spelledOut,
  wordsOfAddress,
  type AddressWords,
} from './address-words.ts';
import { readDownloadLine } from './download-line.ts';
import { isNoise } from './noise-lines.ts';
import { isTitle } from './title-line.ts';
import { withWholeWords } from './whole-words.ts';
import { isInstitution } from '../understand/organisations.ts';
import { sortOfWork } from '../understand/sorts-of-work.ts';

/** A title that was found in lines of text: which of them it takes up whole, if any. */
export interface TextTitle {
  title: string;
  /** How sure it is, 0–1. */
  confidence: number;
  from: 'text' | 'address';
  /** The first line that is nothing but the title, and the one behind its last; none for a part of a longer line. */
  lines?: [from: number, to: number];
  /** What stands behind it in its line and is no part of it: a date. */
  rest?: string;
}

const mostLines = 400; // a title stands at the beginning
const mostJoined = 5; // lines of a cover
const mostRepeated = 25; // lines in which a title is written twice

/**
 * The title of a text: what its download line offers, what is labelled so, the lines or the phrase that the address was
 * made from, a heading at its top, the words of the address, what its first sentence speaks of.
 */
export function titleOfLines(all: readonly string[], url?: string): TextTitle | null {
  const lines = all.slice(0, mostLines);
  const address = wordsOfAddress(url);
  const found = firstOf(lines, address, url);
  if (!found) return null;
  const title = found.title.replace(pageNumber, '');
  const bare = title.replace(dateBehind, '');
  return { ...found, title: withWholeWords(bare, all), rest: title.slice(bare.length).replace(/^[.!]\s*/, '') };
}

/** `Page 2: The report`, as portals begin each page of a document. */
const pageNumber = /^(?:page|seite|pagina|página|strana|oldal) \d+: /i;

/** `The report. December 2014.`: what stands behind the end of a sentence is no part of a title. */
const dateBehind = /(?<=[^\s.])[.!]\s+\p{L}+\s+(?:19|20)\d\d\.?$/u;

function firstOf(lines: readonly string[], address: AddressWords, url?: string): TextTitle | null {
  const named = offered(lines, address) ?? labelled(lines);
  if (named) return named;
  const heading = namedByAddress(lines, address) ?? opening(lines, address);
  if (heading) return ofTranscript(heading, lines) ?? heading;
  return (
    repeated(lines) ??
    subject(lines, address) ??
    (address.keys.length > 2 ? ofAddress(address, lines) : null) ??
    lateHeading(lines) ??
    (address.keys.length > 0 ? ofAddress(address, lines) : null) ??
    ofSection(lines, url)
  );
}

function offered(lines: readonly string[], address: AddressWords): TextTitle | null {
  const found = readDownloadLine(lines, (title) => address.keys.length > 2 && likeness(title, address) >= 0.9);
  return found && { title: found.title, confidence: 0.95, from: 'text' };
}

const label = /^(title|titel|titre|título|titolo|titlu|naslov|наслов)\s*:?\s*$/iu;
const labelAndTitle = /^(?:title|titel|titre|título|titolo|titlu|naslov|наслов)\s*:\s*(\S.*)$/iu;

function labelled(lines: readonly string[]): TextTitle | null {
  for (const [at, line] of lines.entries()) {
    const own = labelAndTitle.exec(line.trim())?.[1];
    const below = at > 0 && label.test(line.trim()) ? nextLine(lines, at) : -1;
    const title = own ?? lines[below]?.trim();
    if (title && isTitle(title)) return { title, confidence: 0.95, from: 'text' };
  }
  return null;
}

interface Candidate extends TextTitle {
  score: number;
}

/** The lines, quotation or phrase that the words of the address were taken from. */
function namedByAddress(lines: readonly string[], address: AddressWords): TextTitle | null {
  if (address.keys.length < 2) return null;
  const whole = lines.join('\n');
  const best = [...windows(lines, address), ...quotations(whole, address)].reduce<Candidate | null>(
    (first, next) => (first && first.score >= next.score ? first : next),
    null,
  );
  if (best && best.score >= (address.keys.length > 3 ? 0.6 : 0.8)) return withSubtitle(best, lines);
  const phrase = phraseIn(whole.slice(0, 20_000), address);
  if (!phrase || (address.keys.length < 3 && best)) return null;
  return { title: oneLine(phrase.text), confidence: 0.75, from: 'text' };
}

/** Lines and what they are together, by how much they are what the address says. */
function windows(lines: readonly string[], address: AddressWords): Candidate[] {
  const found: Candidate[] = [];
  for (const [from, line] of lines.entries()) {
    if (line.trim() === '' || isNoise(line) || line.length > 300) continue;
    let text = '';
    let to = from;
    for (let joined = 0; joined < mostJoined && text.length < 300 && to < lines.length; to++) {
      const next = lines[to]!.trim().replace(pageNumber, '');
      if (next === '') continue;
      if (next.length > 300 || (joined > 0 && isNoise(next))) break;
      text = joined++ === 0 ? next : joinedLines(text, next);
      if (!isTitle(text) || isSortAlone(text)) continue;
      const same = likeness(text, address);
      const score =
        (same < 0.9 && beginsWith(text, address) ? (address.keys.length > 3 ? 0.9 : 0.8) : same) -
        (/…|\.\.\./.test(text) ? 0.2 : 0);
      if (score > 0) found.push({ title: text, score, confidence: 0.9, from: 'text', lines: [from, to + 1] });
    }
  }
  return found;
}

/** A part of a sentence goes on behind a space, a subtitle behind a colon. */
const joinedLines = (first: string, next: string) =>
  /^[\p{Lu}\d„“"«]/u.test(next) && /[\p{L}\p{N}]$/u.test(first) && first !== first.toUpperCase()
    ? `${first}: ${next}`
    : `${first} ${next}`;

const quotation = /[“„«"‟]([^“”„«»"\n]{8,300})[”“»"]/gu;

function quotations(text: string, address: AddressWords): Candidate[] {
  return [...text.matchAll(quotation)].map(([, title = '']) => ({
    title: title.replace(/[,.;]$/, '').trim(),
    score: likeness(title, address) - 0.05,
    confidence: 0.85,
    from: 'text',
  }));
}

/** What stands below a title is its subtitle where the page writes both in one line elsewhere. */
function withSubtitle(found: TextTitle, lines: readonly string[]): TextTitle {
  if (!found.lines) return found;
  const at = nextLine(lines, found.lines[1] - 1);
  const subtitle = lines[at]?.trim() ?? '';
  const [title, below] = [wordKey(found.title), wordKey(subtitle)];
  if (below.split(' ').length < 3 || !isTitle(subtitle)) return elsewhere(found, title, lines);
  const together = `${title} ${below.slice(0, 40)}`;
  return lines.some((line) => wordKey(line).includes(together))
    ? { ...found, title: joinedLines(found.title, subtitle), lines: [found.lines[0], at + 1] }
    : found;
}

/** The title is written several times: with its subtitle where one of these places has it. */
function elsewhere(found: TextTitle, title: string, lines: readonly string[]): TextTitle {
  const again = lines.findIndex((line, at) => at >= found.lines![1] && wordKey(line) === title);
  return again < 0 ? found : withSubtitle({ ...found, title: lines[again]!.trim(), lines: [again, again + 1] }, lines);
}

const sections =
  /^((our |latest |all |other )?(news|publications?|reports?|studies|resources|library|documents?|press|press releases?|research|projects?|campaigns?|articles?|events?|about( us)?|aktuelles|publikationen|veröffentlichungen|berichte|presse|projekte|actualités|publications|rapports|noticias|publicaciones|informes|actualidad|nieuws|actueel|publicaties|rapporten|notizie|pubblicazioni|notícias|publicações|știri|publicații|rapoarte|vesti|publikacije|izveštaji|saopštenja)( (and|und|et|y|en|e|și|i|&) )?){1,3}$/iu;
const dateline = /^\p{Lu}[\p{Lu} .-]+,\s+\d{1,2}\b.{0,30}\(\p{Lu}[\p{Lu} ./-]+\)/u;

const dayLine =
  /^(\p{Lu}[\p{L} ]{0,40},\s*)?(\p{L}+,?\s+)?\d{1,2}(st|nd|rd|th|\.)?\s+(de\s+|of\s+)?\p{L}+,?\s+(de\s+)?\d{4}\.?$/iu;

/** `Home | About us | Library` */
const isWay = /\|.*\|/;

const isHeading = (line: string) =>
  isTitle(line) &&
  !dayLine.test(line) &&
  !isNoise(line) &&
  !isWay.test(line) &&
  !sections.test(line) &&
  !dateline.test(line) &&
  !/[:;,]$/.test(line);

/** The first line that may be a title, above the first paragraph; one whose words the address knows nothing of is not believed. */
function opening(lines: readonly string[], address: AddressWords): TextTitle | null {
  const at = belowMenu(
    lines,
    lines.findIndex((line) => line.trim() !== '' && !isNoise(line.trim()) && !sections.test(line.trim()) && !isSortAlone(line.trim()) && !isWay.test(line)), // prettier-ignore
  );
  const first = lines[at]?.trim() ?? '';
  if (at < 0 || !isHeading(first)) return null;
  const end = endOfCover(lines, at);
  const title = lines.slice(at, end).join(' ').replace(/\s+/g, ' ').trim();
  const words = title.split(/\s+/).length;
  const keys = keysOf(title);
  // Letters that fold to no Latin ones are no stranger: who knows how the address spells them.
  const isStranger = !keys.some((key) => (key.length > 3 && address.keys.includes(key)) || /[^\p{Script=Latin}\d]/u.test(key)); // prettier-ignore
  if (isStranger && address.keys.length > (words > 2 ? 3 : 2)) return null;
  if (isSentence(title) && (at < lines.length - 1 || address.keys.length > 0)) return null;
  return { title, confidence: 0.7, from: 'text', lines: [at, end] };
}

/** Behind which line the title of a cover ends that is written in capitals on several. */
function endOfCover(lines: readonly string[], at: number): number {
  const isOfCover = (line = '') => /\p{Lu}{3}/u.test(line) && line === line.toUpperCase() && isHeading(line.trim()) && !/\d{4}/.test(line) && !isInstitution(line); // prettier-ignore
  let end = at + 1;
  while (isOfCover(lines[at]) && end < at + mostJoined && isOfCover(lines[end])) end++;
  return end;
}

/** Where single words stand at the top, they are a way through the site: the first longer heading that stands alone. */
function belowMenu(lines: readonly string[], at: number): number {
  const isShort = (line: string) => line.trim().split(/\s+/).length === 1;
  if (at < 0 || !isShort(lines[at]!) || (lines[at + 1] ?? '').trim() === '') return at;
  const own = lines.findIndex(
    (line, place) =>
      place > at && place < at + 12 && lines[place - 1]!.trim() === '' && (lines[place + 1] ?? '').trim() === '' &&
      line.trim().split(/\s+/).length > 3 && isHeading(line.trim()) && !isSentence(line.trim()),
  ); // prettier-ignore
  return own < 0 ? at : own;
}

/** Portals show the name of a file, in small letters, and below it the text that is in it, which begins with its title. */
function ofTranscript({ title }: TextTitle, lines: readonly string[]): TextTitle | null {
  if (!/^\p{Ll}+ /u.test(title)) return null;
  const label = lines.findIndex((line) =>
    /^(transcript(ion|ie|ión|ió)?|transkript|testo completo)$/i.test(line.trim()),
  );
  const below =
    label < 0 ? undefined : lines.slice(label + 1).find((line) => line.trim() !== '' && line.trim() !== title);
  const begins = below?.split(/\s*(?:www\.|https?:|\[|\(|\n)/)[0]?.trim() ?? '';
  if (!sortOfWork(begins) || !isTitle(begins) || isSentence(begins)) return null;
  return { title: begins, confidence: 0.6, from: 'text' };
}

const being = /\s(was|is|were|are|has|wurde|ist|sind|est|sont|a été|es|fue|son|è|sono|is|werd|este|foi|é|je|su)\s/u;

/** What the first sentence is about (`The X Convention was adopted`), where the address shortens its name. */
function subject(lines: readonly string[], { keys }: AddressWords): TextTitle | null {
  const first = lines.find((line) => line.trim() !== '' && !isNoise(line)) ?? '';
  const name = first.slice(0, 300).split(being)[0]!.replace(/^(the|die|der|das|la|le|les|el|los|het|de|il|lo|o|os|as)\s+/i, '').trim(); // prettier-ignore
  const own = keysOf(name);
  const common = keys.filter((key) => own.includes(key)).length;
  if (keys.length > 4 || keys.length < 2 || common < keys.length / 2 || own.length < 2 || own.length > 15) return null;
  return /^\p{Lu}/u.test(name) && !/[.;:]/.test(name) ? { title: name, confidence: 0.5, from: 'text' } : null;
}

/** The words of the address alone, as the text spells them. */
function ofAddress(address: AddressWords, lines: readonly string[]): TextTitle {
  return { title: spelledOut(address, lines.join('\n')), confidence: 0.6, from: 'address' };
}

/** A heading at the top that stands there once more: above a form, and in its field. */
function repeated(lines: readonly string[]): TextTitle | null {
  const top = lines.slice(0, mostRepeated).map((line) => line.trim());
  const at = top.findIndex((line, at) => line.split(/\s+/).length > 3 && isHeading(line) && top.includes(line, at + 1)); // prettier-ignore
  return at < 0 ? null : { title: top[at]!, confidence: 0.7, from: 'text', lines: [at, at + 1] };
}

/** The first heading further down, with a line below that says what sort of work it is. */
function lateHeading(lines: readonly string[]): TextTitle | null {
  const at = lines.findIndex((line) => {
    const text = line.trim();
    return /^\p{Lu}/u.test(text) && isHeading(text) && !isSentence(text) && text.split(/\s+/).length > 1;
  });
  if (at < 0) return null;
  const below = nextLine(lines, at);
  const sort = lines[below]?.trim() ?? '';
  const begins =
    sort.split(/\s+/).length > 1 && isHeading(sort) && !isSentence(sort) && sortOfWork(sort.split(/\s+/)[0]!);
  const title = lines[at]!.trim();
  if (begins) return { title: `${title} – ${sort}`, confidence: 0.4, from: 'text', lines: [at, below + 1] };
  return { title, confidence: 0.4, from: 'text', lines: [at, at + 1] };
}

/** `COMP.ACT campaign` of a page on a site of that name whose address says `campaign`. */
function ofSection(lines: readonly string[], url?: string): TextTitle | null {
  const { site, section } = sectionOf(url);
  const first = lines.find((line) => line.trim() !== '' && !isNoise(line))?.trim() ?? '';
  const [name = ''] = first.split(/\s+/);
  const key = keysOf(name).join('');
  if (!section || key.length < 4 || !site.startsWith(key)) return null;
  return { title: `${name} ${section}`, confidence: 0.3, from: 'address' };
}

/** `POSITIONSPAPIER` above a title says what sort of work it is. */
const isSortAlone = (line: string) => line === line.toUpperCase() && !/\s/.test(line) && sortOfWork(line) !== null;

const isSentence = (line: string) => /[.!?…]$/.test(line) && line.split(/\s+/).length > 7;
const wordKey = (text: string) => keysOf(text).join(' ');
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** The line below that has something on it; -1 where there is none. */
function nextLine(lines: readonly string[], at: number): number {
  for (let next = at + 1; next < lines.length; next++) if (lines[next]!.trim() !== '') return next;
  return -1;
}
