import { foldText } from '../../fold.ts';
import type { Found } from '../found.ts';
import type { Names } from '../names/names.ts';
import { linesOf, type PageText } from '../page/read-page.ts';
import { authorsOfBiographies, authorsTold } from './authors-told.ts';
import { citedWork } from './cited-work.ts';
import { foundIn } from './found-in.ts';
import { imprintOf } from './imprint.ts';
import { labelledBy, partedByBars, partedByLabels } from './labelled-lines.ts';
import { isInstitution, knownOrganisation, organisationsIn, type Organisation } from './organisations.ts';
import { isPersonName, namesWithInitials, personsIn, tidyPersonName } from './person-names.ts';
import { publishersTold } from './publishers-told.ts';
import { ownSite } from './own-site.ts';
import { readDownloadLine } from '../page/download-line.ts';

/** Organisations that one way of looking has found, and how sure it is. */
type Way = [confidence: number, find: () => Organisation[]];

/**
 * Who published the work: ids of organisations where they are known, names where not. The first that says it: markup for
 * libraries, the download line, a label, its own citation, the imprint, a sentence on the work, the agency that a report
 * is from; a site itself only for what is its own.
 */
export function findPublishers(page: PageText, names: Names, isDated: boolean): Found[] {
  const lines = partedByLabels(linesOf(page));
  const inMarkup = page.metadata.publishers.filter(({ confidence }) => confidence >= 0.8);
  const all = (written: string[]) => written.flatMap((text) => organisationsIn(text, names)).filter(({ text }) => !isPersonName(text) || isInstitution(text) || knownOrganisation(text, names)); // prettier-ignore
  const ways: Way[] = [
    [0.95, () => all([readDownloadLine(lines, (title) => foldText(title) === foldText(page.title))?.publisher ?? ''])],
    [0.9, () => all(labelledBy(lines, publisherLabel, (line) => isOrganisation(line, names), 4).map(({ value }) => untilPlace(value)))], // prettier-ignore
    [0.9, () => all(inMarkup.map(({ value }) => value))],
    [0.8, () => all(citedAs(lines.join('\n'), names))],
    [0.8, () => all([citedWork(page).publisher ?? ''])],
    [0.75, () => imprintOf(page, lines, names)],
    [0.7, () => publishersTold(page, names)],
    [0.7, () => all(agencyOf(lines))],
    [0.5, () => ownSite(page, names, isDated)],
    [
      0.5,
      // `Town Courier` is written as a person's name is.
      () => (isDated && isArticle(page) ? page.metadata.publishers.slice(0, 1).flatMap(({ value }) => organisationsIn(value, names)) : []), // prettier-ignore
    ],
  ];
  for (const [confidence, find] of ways) {
    const found = unique(find());
    if (found.length > 0) return found.map(({ value, text, known }) => foundIn(page, value, text, known ? confidence : confidence - 0.1)); // prettier-ignore
  }
  return [];
}

/** An article of a paper or a journal, which is published by the site that it is on. */
const isArticle = ({ metadata }: PageText) => metadata.types.some(({ value }) => /^(News|Scholarly|Reportage|Medical)\w*Article$/.test(value)); // prettier-ignore

const publisherLabel =
  /^(?:(?:corporate )?authors?\s*\/\s*|auteurs?\s*\/\s*|autore?\s*\/\s*)?(?:publishers?|published by|issued by|publishing (?:house|organi[sz]ation)|herausgeber(?:[*:_/-]?in(?:nen)?)?|herausgegeben von|[ée]diteurs?|publi[ée]e? par|[ée]dit[ée]e? par|uitgever|uitgave(?: van)?|uitgegeven door|publicado por|editado por|edita|editorial|editore|pubblicato da|edito da|a cura di|editora|edi[çc][ãa]o|editura|editor|publicat de|editat de|izdava[čc]i?|izdaje|издавачи?|издаје|za izdava[čc]a|wydawca|utgivare|casa editrice|verlag|maison d.édition|издатель|nakladnik|видавець|kiadó|kiadja|εκδότης|έκδοση|εκδόσεις|vydavatel|vydavateľ|nakladatel|издател|wydawnictwo|izdajatelj|založnik)(?!\p{L})\s*(?:\(s\))?\s*[:|–-]?\s*/iu;

/** Who has helped: `A, in cooperation with B`. */
const partners = /,\s(?:in (?:cooperation|collaboration|partnership) with|in zusammenarbeit mit|en (?:collaboration|coopération|partenariat) avec|en colaboración con|in samenwerking met|in collaborazione con|em colaboração com|în colaborare cu|u sa?radnji sa?|у сарадњи са?|we współpracy z|в сътрудничество с|у співпраці з)\s.*$/iu; // prettier-ignore

/** `KOK e.V., Berlin 2021. Redaktion: …`: a publisher's name without where and when. */
const untilPlace = (value: string): string =>
  value
    .replace(partners, '')
    .replace(/\s[–-]\s[^–\d]*\d[^–]*$/u, '')
    .replace(/\s+(?:in|im|en|em|nel|u|w)\s+(?:\p{L}{3,}\s+(?:de\s+)?)?(?:19|20)\d\d\.?$/u, '')
    .replace(/,\s*\p{Lu}[\p{L} ]{2,30}[, ]\s*(?:19|20)\d\d\b.*$/u, '')
    .replace(/(?<=\p{L}{3})[.;]\s+\p{Lu}.*$/u, '');

const isOrganisation = (line: string, names: Names) =>
  line.length <= 200 && (isInstitution(line) || organisationsIn(line, names).some(({ known }) => known));

const citation =
  /(?:citation|cite (?:this|as)|reference|referentie|verwijzing|citat|zitier\p{L}+|citar|citare|citer)\s*:\s*([^\n]{3,200}?)\s*\((?:19|20)\d\d[a-z]?\)/iu;

/** The organisation that a work names as its author where it says how to cite it. */
function citedAs(text: string, names: Names): string[] {
  const author = citation.exec(text.slice(0, 50_000))?.[1];
  return author && isOrganisation(author, names) && !isPersonName(tidyPersonName(author)) ? [author] : [];
}

const dateline =
  /^\p{Lu}[\p{L} .-]{2,40},\s+\d{1,2}\b[^()\n]{0,30}\((\p{Lu}[\p{L} ./-]{1,30})\)|^\p{Lu}[\p{L} .-]{2,40}\s\((dpa|AFP|AP|EFE|ANSA|Reuters|ANP|Lusa|Agerpres|Tanjug|Beta|FoNet|APA|epd|KNA|Belga)\b/u;

/** `MADRID, 20 (EUROPA PRESS)`: the agency whose report it is. */
function agencyOf(lines: readonly string[]): string[] {
  for (const line of lines.slice(0, 15)) {
    const found = dateline.exec(line.trim());
    const agency = found?.[1] ?? found?.[2];
    if (agency) return [agency === agency.toUpperCase() && agency.length > 5 ? titleCase(agency) : agency];
  }
  return [];
}

const titleCase = (text: string) => text.toLowerCase().replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Who wrote it, as names stand there: reviewers, translators and designers have not, and nobody of the running text. */
export function findAuthors(page: PageText, names: Names): Found[] {
  const lines = partedByLabels(linesOf(page));
  const isPerson = (name: string) => isPersonName(name) && !knownOrganisation(name, names);
  const ways: [confidence: number, find: () => string[]][] = [
    [0.95, () => page.metadata.authors.filter(({ confidence, place }) => confidence >= 0.8 && place.from !== 'json-ld').flatMap(({ value }) => personsIn(value))],
    [0.85, () => labelledBy(partedByBars(lines), authorLabel, (line) => personsIn(untilOthers(line)).length > 0, 20).flatMap(({ value }) => personsIn(untilOthers(value)))], // prettier-ignore
    [0.8, () => citedWork(page).authors],
    [0.8, () => byLine(lines.slice(0, 40))],
    [0.75, () => authorsTold(page)],
    [0.75, () => authorsOfBiographies(page)],
    [0.75, () => scholars(lines.slice(0, 40))],
    [0.7, () => beforeColophon(lines.join('\n'))],
    [0.6, () => page.metadata.authors.flatMap(({ value }) => personsIn(value))],
  ]; // prettier-ignore
  for (const [confidence, find] of ways) {
    const found = [
      ...new Map(
        find()
          .filter(isPerson)
          .map((name) => [foldText(name), name]),
      ).values(),
    ];
    if (found.length > 0) return found.map((name) => foundIn(page, name, name, confidence));
  }
  return [];
}

const authorLabel =
  /^(?:(?:lead |main |principal |contributing |co-?)?authors?(?: ?\(s\))?|written by|research(?:ed)? (?:and|&) (?:writing|written by)|autore?\/i|autor(?:(?:en)?[*:_·/]-?in(?:nen)?|(?:es)?\/as?|a|as|es|in|innen|en|i|ii|ka|ke|ki|ky|ica|ice|zy|e)?|autoři|autoar(?:e|ea|ele)|autor[ií]a|auteur(?:[.·]?[er]*[.·]?e?s?|rices?)?(?:\(e?s\))?|(?:evaluation|research|author) team|tekst en onderzoek|autore|autrice|autrici|verfasst von|verfasser(?:[*:_]?in(?:nen)?)?|geschreven door|escrito por|scritto da|text(?=\s?:)|r[ée]daction(?=\s?:)|redacción(?=:)|textes?|texto|tekst|testi|аутор\p{L}*|автори?(?:те)?|författare|forfattere?|szerzők?|írta|συγγραφ(?:έας|είς)|(?:elaborat|întocmit|redactat|realizat)[ăe]? de|razgovaral[ao]|razgovarao|piše|napisal[ao]|napisao|пише|разговарала?)(?![\p{L}*_]|:\p{L})(?:\s(?:und|et|y|e|en|și|i|и|&)\s(?:aut|авт|auth)\p{L}{2,8})?(?:(?:\s\p{Ll}{1,6})?\s\p{L}{3,20}(?=:))?\s*(?:di\s)?[:|–-]?\s*/iu;

const others = /(?<!\p{L})(?:photos?|fotos?|layout|design|illustration\p{L}*|grafi\p{L}*|übersetzung|translat\p{L}*|traduc\p{L}*|traduzione|prevod\p{L}*|vertaling|recenz\p{L}*|review\p{L}*|lektorat|editing|edited by)\s*[:–-]/iu; // prettier-ignore

/** What a line says of authors before it goes on to translators, reviewers, photographers. */
const untilOthers = (line: string) => line.split(others)[0]!.replace(/[,;.\s]+$/, '');

const by = /^(?:by|a cura di|testi di|di|von|par|por|de|door|od|av|text|texte|words by)\s*:?\s+(\S.*)$/iu;

function byLine(lines: readonly string[]): string[] {
  for (const line of lines) {
    const named = line.length <= 100 ? by.exec(line.trim())?.[1] : undefined;
    const persons = named ? personsIn(untilOthers(named.replace(/\s*[|–—-]\s+.*$|,?\s+\d.*$/u, ''))) : [];
    if (persons.length > 0) return persons;
  }
  return [];
}

const role = /,\s*(?:(?:lector|student|doctor|prof|dr|phd|ph\.d|mag|ll\.?m|m\.?a|research|cercet|conferen|univ|dozent|wissenschaft|ma[iî]tre|chercheu|investigador|ricerca|assegnist|onderzoek|docent|vanredni|redovni|profesor|istraživa|institut|istitut|facult|fakult|facolt|department|school|centre for|center for)\p{L}*)|\(?orcid\b/iu; // prettier-ignore

/** Lines below the title of a paper that are a name and what that person is at a university. */
const scholars = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.length <= 200 && role.test(line)).map((line) => tidyPersonName(line.split(/,|\(/)[0]!));

/** Names with initials on the page before a work says how it came to be, three or more: in a sentence are fewer. */
function beforeColophon(text: string): string[] {
  const end = /(?<!\p{L})(colofon|colophon|impressum|imprint)(?!\p{L})/iu.exec(text.slice(0, 5_000))?.index ?? 0;
  const found = namesWithInitials(text.slice(Math.max(0, end - 1_000), end));
  return found.length > 2 ? found : [];
}

const unique = (found: Organisation[]) => [...new Map(found.map((one) => [one.known ? one.value : foldText(one.value), one])).values()]; // prettier-ignore
