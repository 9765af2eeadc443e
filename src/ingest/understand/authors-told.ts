import { linesOf, type PageText } from '../page/read-page.ts';
import { isInstitution } from './organisations.ts';
import { isPersonName, personsIn, personsInRow } from './person-names.ts';
import { isOnThis } from './signs-of-makers.ts';
import { sortOfWork } from './sorts-of-work.ts';

const searched = 4_000; // UTF-16 code units; who wrote a work is said at the beginning …
const closing = 1_500; // … or at the end

/** `written by`, with the names behind it. Who translated, reviewed, edited or presented it has not written it. */
const written =
  '(?:(?:written|authored|co-authored|drafted|prepared|researched|compiled) by|(?:verfasst|geschrieben|erstellt|erarbeitet)(?: wurde)? von|(?:rédig|écrit|prépar|réalis)(?:é)?e?s? par|autor[ií]a (?:é|es) d[aeo]|(?:escrit|redactad|elaborad|redigid|realizad)[oa]s? por|(?:scritt|redatt|curat|realizzat)[oaie] da|(?:geschreven|opgesteld|samengesteld) door|(?:scris|redactat|elaborat|întocmit|realizat)ă? de(?: către)?|(?:napisal[aoi]|napisao|izradil[aoi]|izradio|priredil[aoi]|priredio|napísal[ai]?|napsal[aiy]?)(?: je| su)?|(?:написал[аои]|написао|израдил[аои]|израдио)(?: је| су)?|(?:napisan|opracowan|przygotowan)[aey]? przez|(?:написан|изготвен|разработен)[аои]? от|(?:γράφτηκε|συντάχθηκε|εκπονήθηκε) από)';
const author =
  '(?:(?:[Cc]o-?)?[Aa]uthors?|[Aa]utor(?:in|innen|en|[*:_]innen|a|as|es|e|i|ii|ul|ului|ka|ke|ki|zy|ica|ice)?|[Aa]uteur(?:e|s|es|rices?|[.·]e[.·]?s?)?|[Aa]utore|[Aa]utrici|[Aa]utrice|[Аа]утор(?:ка|ке|и)?|[Аа]втор(?:ка|и|ите)?|[Ss]zerzők?|[Σσ]υγγραφ(?:έας|είς))';
const verb = '(?:verfasst|geschrieben|erstellt|erarbeitet|geschreven|opgesteld)';

/** `The authors, A and B,` in any sentence; in one on the work `was written by A and B`, `von A und B verfasst`. */
const told = [
  new RegExp(`(?<!\\p{L})(?:[Tt]he |[Dd]er |[Dd]ie |[Ll]es? |[Ll]a |[Ee]l |[Ll]os |[Ll]as |[Gg]li |[Ll]e |[LlDd][’']|[Oo]s? |[Aa]s? )?${author}(?:,\\s|:\\s|(?:\\s\\p{Ll}+){0,3}\\s(?:is|are|ist|sind|est|sont|es|son|è|sono|je|su|је|су|jest|są)\\s)(${personsInRow})(?=[,.]|$|\\s\\p{Ll})`, 'u'),
  new RegExp(`(?<!\\p{L})${written}\\s+(${personsInRow})`, 'u'),
  new RegExp(`(?<!\\p{L})(?:von|door)\\s+(${personsInRow})\\s(?:\\p{Ll}+\\s){0,2}${verb}(?!\\p{L})`, 'u'),
]; // prettier-ignore

/** What stands in every sentence that the first of these is for, and the others: most have neither. */
const called = /[Aa]ut(?:hor|or|eur|ric)|[Аа][ву]тор|zerző|υγγραφ/u;
const wrote =
  /\s(?:by|von|par|por|da|door|de|către|przez|от|από|je|su|је|су|napisa\p{L}*|izradi\p{L}*|priredi\p{L}*|nap[ií]?sal\p{L}?|написа\p{L}*|изради\p{L}*)\s+\p{Lu}/u;

/** The persons of whom a sentence at the beginning or the end says that they wrote the work. */
export function authorsTold({ text }: PageText): string[] {
  const isLong = text.length > searched + closing;
  for (const line of (isLong ? `${text.slice(0, searched)}\n${text.slice(-closing)}` : text).split('\n')) {
    if (!called.test(line) && !wrote.test(line)) continue;
    for (const sentence of line.split(/(?<=\p{L}{3}[.!?])\s+(?=\p{Lu})/u)) {
      const persons = sentence.length > 1_000 ? [] : authorsIn(sentence);
      if (persons.length > 0) return persons;
    }
  }
  return [];
}

function authorsIn(sentence: string): string[] {
  const isCalled = called.test(sentence);
  const isOnWork = wrote.test(sentence) && (sortOfWork(sentence) !== null || isOnThis(sentence));
  const begun = sentence.slice(0, 1).toLowerCase() + sentence.slice(1); // `Written by A B`
  for (const [at, pattern] of told.entries()) {
    if (at === 0 ? !isCalled : !isOnWork) continue;
    const persons = personsIn(pattern.exec(at === 0 ? sentence : begun)?.[1] ?? '').filter(
      (name) => !isInstitution(name),
    );
    if (persons.length > 0) return persons;
  }
  return [];
}

const heading =
  /^(?:about the authors?|the authors?|author bio(?:graphy)?|über (?:die autor(?:in|innen|[*:_]innen)?|den autor)|zu den autor\p{L}*|(?:à propos|au sujet) (?:de l[’']auteur\p{L}*|des auteur\p{L}*)|(?:les? )?auteurs?|l[’']aut(?:eure?|ore|rice)|(?:gli )?autori|le autrici|sobre (?:el autor|la autora|los autores|las autoras|o autor|a autora|os autores|as autoras)|over (?:de auteurs?|de schrijvers?)|despre autor\p{L}*|o autor\p{L}*|о аутор\p{L}*|за авторите?|σχετικά με το[νυς]+ συγγραφ\p{L}*)$/iu;
const biography = new RegExp(`^(${personsInRow})(?:,\\s|\\s\\(|\\s(?:is|was|has|works|holds|teaches|ist|war|arbeitet|hat|est|a|travaille|es|trabaja|è|lavora|é|trabalha|is|werkt|este|lucrează|je|radi|jest|pracuje|је|ради|е|είναι)\\s)`, 'u'); // prettier-ignore

/** Below `About the authors`, the persons whose lives are told, each in a line that begins with the name. */
export function authorsOfBiographies(page: PageText): string[] {
  const lines = linesOf(page)
    .map((line) => line.trim())
    .filter(Boolean);
  const at = lines.findIndex((line) => line.length < 50 && heading.test(line.replace(/\s*:$/, '')));
  const found: string[] = [];
  for (let next = at + 1; at >= 0 && next < lines.length && next <= at + 8; next++) {
    const line = lines[next]!;
    const name = biography.exec(line.slice(0, 200))?.[1] ?? (isPersonName(line) ? line : undefined);
    if (name === undefined && next > at + 1 && line.length < 60) break;
    if (name !== undefined) found.push(...personsIn(name));
  }
  return found;
}
