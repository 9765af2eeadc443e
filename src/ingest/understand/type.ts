import type { Found } from '../found.ts';
import { linesOf, type PageText } from '../page/read-page.ts';
import { foundIn } from './found-in.ts';
import { labelledBy } from './labelled-lines.ts';
import { sortOfWork } from './sorts-of-work.ts';

/** What markup calls a sort of work that the catalogue has a word for. */
const markup: [RegExp, string][] = [
  [/^(scholarly|medicalscholarly)article$|journal ?article|serial\.journal$/i, 'article'],
  [/^(reportage)?newsarticle$|^news$/i, 'news'],
  [/thesis|dissertation/i, 'thesis'],
  [/^(tech)?report$|technical report/i, 'report'],
  [/^book ?chapter$|^chapter$/i, 'book chapter'],
  [/^book$|\bmonograph\b/i, 'book'],
];

const label =
  /^(?:(?:type|tipo) de (?:document|publication|ressource|recurso)|(?:typ|druh) (?:dokumentu|publikacji)|typ publikacji|vrsta (?:građe|gradiva|dela)|вид документ|είδος τεκμηρίου|dokumentum típusa|soort|vrsta|врста|rodzaj|típus|είδος|tipo|tip|druh|вид|art|genre)\s*:?\s*$|^(?:document |publication |resource )?types?(?: of (?:document|publication|resource))?(?:\(s\))?\s*:?\s*$|^(?:type\(s\) de document|dokumenttyp|publikationstyp|tipo de (?:documento|publicación|publicação)|soort document|documenttype|tipo di documento|tip(?:ul)? document\p{L}*|vrsta (?:dokumenta|publikacije)|(?:document|publication|resource) type\s*:)\s*:?\s*/iu;
const news =
  /(?<=[/.-])(news|news-?detail|aktuell\w*|actualite?s?|actualidad|actueel|noticias?|nieuws|notizie|vesti|novosti|novini|stiri|lajme|nyheter|aktualnosci|aktuelnosti|obavestenja)(?=\/|\.php)/i;
const launch =
  /(?<!\p{L})(?:launch\p{L}*|publish(?:ed|es)|released?|presents?|new|neue[rs]?|nouvel\p{L}*|nueva?|presenta\p{L}*|publica\p{L}*|nieuwe?|gepubliceerd|verschenen|erschienen|nov[aio]|objavljen\p{L}*|објављен\p{L}*|nowy|wydano|nuov[oa]|lança\p{L}*|lansat\p{L}*|lançamento|lanzamiento|webinar\p{L}*)(?!\p{L})/iu;
const launched =
  /(?<!\p{L})(?:launch(?:ed|es)|publish(?:ed|es)|released?|presents|presented|presenta\p{L}*|publica|publicó|publie|présente\p{L}*|publiceert|presenteert|voorgesteld|gepubliceerd|verschenen|erschienen|erhalten|vorgestellt|veröffentlicht|objavljen[aio]?|predstavljen[aio]?|објављен[аио]?|представљен[аио]?|представен[аио]?|wydano|pubblica|pubblicat[oa]|lança|lansat[ăe]?|publicat[ăe]?|lanz(?:a|an|ó))(?!\p{L})/iu;
const freshly =
  /^(?:new|neue[rs]?|nouve(?:au|l|lle)|nuev[oa]|nuov[oa]|nieuwe?|nov[aio]|нов[аио]|nowy|nytt?)\s+(\p{L}+)|(?<!\p{L})(\p{L}+)\s+(?:nou|nouă|nuev[oa]|nouveau)(?!\p{L})/iu;
const dateline = /^\p{Lu}[\p{L} .-]{2,40},\s+\d{1,2}\b[^()\n]{0,30}\(\p{Lu}/u;
/** A town in capitals, as agencies write it, perhaps with where it is. */
const town = /^(\p{Lu}{2}[\p{Lu} .'-]{1,30})(,\s\p{Lu}[\p{L}.]{1,12})?\s[—–]\s/u;
const list = /^\p{L}+ (?:and|und|et|y|e|en|i|și|и|&) \p{L}+$/iu;
/** Sorts that markup gives for want of a closer word. */
const wide = /^(book|article|report)$/;

/**
 * What sort of publication a page is about, by the catalogue's own words for types: what markup for libraries or a label
 * says, its title, news that tell of another work; null where nothing says it.
 */
export function findType(page: PageText): Found | null {
  const { title, url = '', metadata } = page;
  const named = list.test(title) ? null : sortOfWork(title);
  const byTitle = named && foundIn(page, named, title, 0.7);
  const inMarkup = markedUp(page);
  if (inMarkup) return byTitle && inMarkup.value === 'book' && !wide.test(named) ? byTitle : inMarkup;
  const lines = linesOf(page);
  const labelled = labelledBy(lines, label, (line) => sortOfWork(line) !== null)[0]?.value;
  if (labelled && byTitle && labelled.includes(',')) return byTitle; // a list of sorts says less than the title
  if (labelled && sortOfWork(labelled)) return foundIn(page, sortOfWork(labelled)!, labelled, 0.8);
  if (news.test(url) && (named === null || launch.test(title)))
    return { value: 'news', confidence: 0.6, place: { from: 'address', text: url } };
  if (named && tellsOfAnother(title)) return foundIn(page, 'news', title, 0.6);
  if (byTitle) return byTitle;
  const wire = lines.slice(0, 10).find((line) => isWire(line, lines) && !line.startsWith(title));
  if (wire) return foundIn(page, 'news', (dateline.exec(wire) ?? town.exec(wire))![0].trim(), 0.6);
  const slide = lines.slice(0, 20).find((line) => /^slide 1$/i.test(line.trim()));
  if (slide) return foundIn(page, 'presentation', slide, 0.6);
  const top = lines.filter((line) => line.trim() !== '').slice(0, 6);
  const alone = top.find((line) => line.length <= 40 && sortOfWork(line) && isSortAlone(line.trim()));
  if (alone) return foundIn(page, sortOfWork(alone)!, alone, 0.6);
  if (metadata.dois.length > 0) return { value: 'article', confidence: 0.5, place: metadata.dois[0]!.place };
  return ofItself(page) ?? blogPost(page);
}

/** What markup calls a post may tell of any sort of work. */
function blogPost({ metadata }: PageText): Found | null {
  const post = metadata.types.find(({ value }) => /^blogposting$/i.test(value));
  return post ? { value: 'article', confidence: 0.5, place: post.place } : null;
}

/** A word of a library's own, `article` in Dublin Core, says what Open Graph says of any page. */
function markedUp({ metadata }: PageText): Found | null {
  for (const { value, confidence, place } of metadata.types) {
    const sort =
      /^article$/i.test(value) && confidence >= 0.8 ? 'article' : markup.find(([sign]) => sign.test(value))?.[1];
    if (sort && confidence >= 0.5) return { value: sort, confidence, place };
  }
  return null;
}

/** `Organisation publishes handbook`, `New guide for teachers`: a title of news, not of the work. */
function tellsOfAnother(title: string): boolean {
  const [, after, before] = freshly.exec(title) ?? [];
  return launched.test(title) || sortOfWork(after ?? before ?? '') !== null;
}

/** The first paragraph of an agency's report. `KOK – Bundesweiter …` is an organisation's name, and comes again. */
function isWire(line: string, lines: readonly string[]): boolean {
  if (dateline.test(line)) return true;
  const [, place, where] = town.exec(line) ?? [];
  if (place === undefined || where !== undefined) return where !== undefined;
  return line.length > 120 && !lines.some((other) => other !== line && other.includes(place));
}

/** A line of nothing but one or two words for a sort: `Masterscriptie`, `Written submission`. */
const isSortAlone = (line: string) => line.split(/\s+/).length <= 2 && /^\p{Lu}[\p{L} -]+$/u.test(line) && !line.endsWith('s'); // prettier-ignore

const itself =
  /(?<!\p{L})(?:this|the present|dies(?:er?|es)|cet(?:te)?|ce|est[ea]|deze|dit|questo|questa|acest|această|ov(?:aj|a|o)|овај|ова)\s+(\p{L}+(?: \p{L}+)?)/giu;

/** `O relatório descreve`, at the beginning of a sentence. */
const subject =
  /^(?:(?:The|Le|La|L[’']|El|Il|Lo|Het|De|O|A|Az|Ο|Η|Το)\s?(?=\p{L}\p{Ll})|(?:Der|Die|Das)\s)(\p{L}+(?: \p{Ll}+)?)/u;

/** `This guide was put together by …`: what the beginning calls the work. */
function ofItself(page: PageText): Found | null {
  for (const found of page.text.slice(0, 1_500).matchAll(itself)) {
    const sort = sortOfWork(found[1]!) ?? sortOfWork(found[1]!.split(' ')[0]!);
    if (sort) return foundIn(page, sort, found[0], 0.5);
  }
  for (const line of page.text.slice(0, 1_500).split(/\n|(?<=\p{L}{3}[.!?])\s+(?=\p{Lu})/u)) {
    const found = subject.exec(line.slice(0, 80));
    const sort = found && (sortOfWork(found[1]!) ?? sortOfWork(found[1]!.split(' ')[0]!));
    if (sort) return foundIn(page, sort, found[0], 0.45);
  }
  return null;
}
