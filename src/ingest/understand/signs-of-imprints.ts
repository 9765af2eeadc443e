import { citationLabel } from './cited-work.ts';
import { shareOfTitle, type Sign } from './dated-line.ts';

/** In lower case: patterns without case are many times as fast. */
const imprintWord =
  /(?<!\p{L})(?:isbn|colofon|impressum|imprint|herausgeber\p{L}*|hrsg|publisher|published by|izdavač|издавач|nakladnik|uitgever|uitgave van|éditeur|editura|editore|editora|verlag|tiraž|тираж|štampa|штампа|druck|cip|printed|tipar\p{L}*|tipografia|imprimé|depósito legal|dépôt légal|nur)(?!\p{L})/u;
const edition =
  /(?:\d\.?|\p{L})\s(?:auflage|edition|édition|edición|ediția|edizione|edição|izdanje|издање|druk|wydanie|ausgabe|upplagan?|utgave|kiadás)[\s,.:(–-]*$/iu;

const siteFooter =
  /datenschutz|privacy|cookie|rights reserved|www\.|kontakt|contact|sitemap|powered|rechte vorbehalten|droits réservés|derechos reservados|sva prava|hosting|terms of/iu;

/** `Chișinău 2017`, where the imprint is near; a report and its year are not so. */
const titlePage =
  /^\s*(?!(?:\p{L}*(?:report|bericht|rapport|raport\p{L}*|izveštaj|verslag)|news|archive?|informe|relatório|relazione|memoria|plan|annual)\s)\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?\s+year$/iu;

const pages =
  /^[\s.)]*(?:[,;•·|–-]\s*\d{1,4}\s*(?:pages?|pp?\.?|seiten|s\.|págs?\.?|páginas|pagina['’]?s|pagine|pagini|str(?:ana|anica)?\.?))?[\s.)]*$/iu;

const yearAtEnd = /(?:19|20)\d\d[).\s]*$/;

/** `European Commission, September 2016, 107 pages`; `… • jul 2019.` */
export const closesLine: Sign = ({ before, after, previous, next, precision, above, line }) => {
  if (
    !pages.test(after) ||
    above > 60 ||
    (line.length > 160 && !imprintWord.test(line.toLowerCase())) ||
    !/[\p{L})”"»]\s*[,•·|(–—-]\s*$/u.test(before)
  )
    return 0;
  if (/\([^()]*\p{L}[^()]*$/u.test(before)) return 0; // a treaty and where it was signed: `(Warsaw, 16.V.2005)`
  if (precision === 'day' && before.includes(':')) return 0; // it has a label, and none of issue
  if (precision !== 'year') return 0.62;
  if (yearAtEnd.test(previous) || yearAtEnd.test(next)) return 0; // a list of works
  return above < 40 && !/[.!?]\s+\p{Lu}/u.test(before) && before.length < 110 ? 0.45 : 0;
};

/** `Healy, Claire (2019). The Strength to Carry On` and `“The Strength to Carry On” (2019)`, where it is the page's own title. */
export const byCitation: Sign = ({ before, after, previous, precision, title, above }) => {
  if (precision !== 'year') return 0;
  if (citationLabel.test(before) || citationLabel.test(previous)) return 0.7;
  if (!/\(\s*$/.test(before) || !/^\s*\)/.test(after) || title.size < 2) return 0;
  const isTitle = (text: string) => shareOfTitle(title, text) >= 0.6;
  return isTitle(after.slice(1, 260)) || isTitle(before.slice(-260)) ? (above < 60 ? 0.66 : 0.45) : 0;
};

/** `Handreiking signalering mensenhandel Mei 2015` on a title page: the title, and behind it the month. */
export const followsTitle: Sign = ({ before, after, precision, title, above, line }) =>
  precision !== 'year' && above < 60 && line.length < 400 && title.size > 2 && /^[\s.]*$/.test(after) && shareOfTitle(title, before) >= 0.8 ? 0.6 : 0; // prettier-ignore

/** A year beside the publisher, the number or the edition of a book, or behind ©, where it is no footer of a site. */
export const byImprint: Sign = ({ before, after, around, line, precision, above, below }) => {
  if (line.length > 600 || siteFooter.test(line)) return 0;
  if (/[©Ⓒ]\s*(?:\p{L}[\p{L} .,&-]{0,60})?$|\(c\)\s*$/iu.test(before)) return above < 80 && below > 12 ? 0.45 : 0;
  if (titlePage.test(`${before}${precision}`) && imprintWord.test(around.toLowerCase()) && after.trim() === '')
    return 0.5;
  if (edition.test(before) && line.length < 200) return precision === 'year' ? 0.5 : 0.6;
  if (!imprintWord.test(`${before.slice(-300)} ${after.slice(0, 100)}`.toLowerCase())) return 0;
  if (!/(?:[,(:;–—-]|\p{L}|^|\d\.?)\s*$/u.test(before) || !/^\s*(?:[,.;:)•|–—-]|$|isbn|\p{Lu})/iu.test(after)) return 0;
  return precision === 'year' ? 0.55 : 0.6;
};
