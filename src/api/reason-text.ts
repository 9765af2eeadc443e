import { toCyrillic } from '../formats/serbian-script.ts';
import type { FamilyName } from '../projection/features.ts';

/**
 * What is said before the name of what is shared: `WIDER_THEME` and `NEAR_INSTRUMENT` where it was reached through
 * something else, `CITING` where the related publication cites the target, `CITED` the other way round; by the name of
 * the relation where the target is no publication of the catalogue, but an entity or a text: it holds nothing itself.
 */
export type Phrase =
  | FamilyName
  | 'WIDER_THEME'
  | 'NEAR_INSTRUMENT'
  | 'CITING'
  | 'CITED'
  | 'ABOUT'
  | 'COVERS'
  | 'REFERS_TO'
  | 'PART_OF'
  | 'PUBLISHED_BY'
  | 'AUTHORED_BY';
/** What is added to the name of law that was replaced. */
type Word = Phrase | 'REPLACED';

const phrases: Record<string, Record<Word, string>> = {
  en: {
    THEME: 'Same theme',
    WIDER_THEME: 'Same wider theme',
    COUNTRY: 'Same country',
    INSTRUMENT: 'Same legal instrument',
    NEAR_INSTRUMENT: 'Connected legal instrument',
    PROJECT: 'Same project',
    PUBLISHER: 'Same publisher',
    ABOUT: 'About',
    COVERS: 'Covers',
    REFERS_TO: 'Refers to',
    PART_OF: 'From the project',
    AUTHORED_BY: 'By',
    PUBLISHED_BY: 'Published by',
    AUTHOR: 'Same author',
    CITATION: 'Same cited work',
    CITING: 'Cites',
    CITED: 'Cited work',
    TEXT: 'Same words',
    REPLACED: 'replaced by a later instrument',
  },
  de: {
    THEME: 'Gleiches Thema',
    WIDER_THEME: 'Gleiches übergeordnetes Thema',
    COUNTRY: 'Gleiches Land',
    INSTRUMENT: 'Gleiches Rechtsinstrument',
    NEAR_INSTRUMENT: 'Verbundenes Rechtsinstrument',
    PROJECT: 'Gleiches Projekt',
    PUBLISHER: 'Gleiche herausgebende Stelle',
    ABOUT: 'Thema',
    COVERS: 'Land',
    REFERS_TO: 'Bezieht sich auf',
    PART_OF: 'Aus dem Projekt',
    AUTHORED_BY: 'Von',
    PUBLISHED_BY: 'Herausgegeben von',
    AUTHOR: 'Gleiche/r Autor/in',
    CITATION: 'Gleiches zitiertes Werk',
    CITING: 'Zitiert',
    CITED: 'Zitiertes Werk',
    TEXT: 'Gleiche Wörter',
    REPLACED: 'durch ein späteres Rechtsinstrument ersetzt',
  },
  fr: {
    THEME: 'Même thème',
    WIDER_THEME: 'Même thème plus large',
    COUNTRY: 'Même pays',
    INSTRUMENT: 'Même instrument juridique',
    NEAR_INSTRUMENT: 'Instrument juridique lié',
    PROJECT: 'Même projet',
    PUBLISHER: 'Même éditeur',
    ABOUT: 'Thème',
    COVERS: 'Pays',
    REFERS_TO: 'Se réfère à',
    PART_OF: 'Issu du projet',
    AUTHORED_BY: 'De',
    PUBLISHED_BY: 'Publié par',
    AUTHOR: 'Même auteur',
    CITATION: 'Même ouvrage cité',
    CITING: 'Cite',
    CITED: 'Ouvrage cité',
    TEXT: 'Mêmes mots',
    REPLACED: 'remplacé par un instrument ultérieur',
  },
  es: {
    THEME: 'Mismo tema',
    WIDER_THEME: 'Mismo tema más amplio',
    COUNTRY: 'Mismo país',
    INSTRUMENT: 'Mismo instrumento jurídico',
    NEAR_INSTRUMENT: 'Instrumento jurídico conexo',
    PROJECT: 'Mismo proyecto',
    PUBLISHER: 'Misma entidad editora',
    ABOUT: 'Tema',
    COVERS: 'País',
    REFERS_TO: 'Se refiere a',
    PART_OF: 'Del proyecto',
    AUTHORED_BY: 'De',
    PUBLISHED_BY: 'Publicado por',
    AUTHOR: 'Misma autoría',
    CITATION: 'Misma obra citada',
    CITING: 'Cita',
    CITED: 'Obra citada',
    TEXT: 'Mismas palabras',
    REPLACED: 'sustituido por un instrumento posterior',
  },
  nl: {
    THEME: 'Zelfde thema',
    WIDER_THEME: 'Zelfde bredere thema',
    COUNTRY: 'Zelfde land',
    INSTRUMENT: 'Zelfde rechtsinstrument',
    NEAR_INSTRUMENT: 'Verwant rechtsinstrument',
    PROJECT: 'Zelfde project',
    PUBLISHER: 'Zelfde uitgever',
    ABOUT: 'Thema',
    COVERS: 'Land',
    REFERS_TO: 'Verwijst naar',
    PART_OF: 'Uit het project',
    AUTHORED_BY: 'Van',
    PUBLISHED_BY: 'Uitgegeven door',
    AUTHOR: 'Zelfde auteur',
    CITATION: 'Zelfde geciteerde werk',
    CITING: 'Citeert',
    CITED: 'Geciteerd werk',
    TEXT: 'Zelfde woorden',
    REPLACED: 'vervangen door een later instrument',
  },
  ro: {
    THEME: 'Aceeași temă',
    WIDER_THEME: 'Aceeași temă mai largă',
    COUNTRY: 'Aceeași țară',
    INSTRUMENT: 'Același instrument juridic',
    NEAR_INSTRUMENT: 'Instrument juridic conex',
    PROJECT: 'Același proiect',
    PUBLISHER: 'Același editor',
    ABOUT: 'Temă',
    COVERS: 'Țară',
    REFERS_TO: 'Se referă la',
    PART_OF: 'Din proiectul',
    AUTHORED_BY: 'De',
    PUBLISHED_BY: 'Publicat de',
    AUTHOR: 'Același autor',
    CITATION: 'Aceeași lucrare citată',
    CITING: 'Citează',
    CITED: 'Lucrare citată',
    TEXT: 'Aceleași cuvinte',
    REPLACED: 'înlocuit de un instrument ulterior',
  },
  it: {
    THEME: 'Stesso tema',
    WIDER_THEME: 'Stesso tema più ampio',
    COUNTRY: 'Stesso paese',
    INSTRUMENT: 'Stesso strumento giuridico',
    NEAR_INSTRUMENT: 'Strumento giuridico connesso',
    PROJECT: 'Stesso progetto',
    PUBLISHER: 'Stesso editore',
    ABOUT: 'Tema',
    COVERS: 'Paese',
    REFERS_TO: 'Si riferisce a',
    PART_OF: 'Dal progetto',
    AUTHORED_BY: 'Di',
    PUBLISHED_BY: 'Pubblicato da',
    AUTHOR: 'Stesso autore',
    CITATION: 'Stessa opera citata',
    CITING: 'Cita',
    CITED: 'Opera citata',
    TEXT: 'Stesse parole',
    REPLACED: 'sostituito da uno strumento successivo',
  },
  pt: {
    THEME: 'Mesmo tema',
    WIDER_THEME: 'Mesmo tema mais amplo',
    COUNTRY: 'Mesmo país',
    INSTRUMENT: 'Mesmo instrumento jurídico',
    NEAR_INSTRUMENT: 'Instrumento jurídico conexo',
    PROJECT: 'Mesmo projeto',
    PUBLISHER: 'Mesma entidade editora',
    ABOUT: 'Tema',
    COVERS: 'País',
    REFERS_TO: 'Refere-se a',
    PART_OF: 'Do projeto',
    AUTHORED_BY: 'De',
    PUBLISHED_BY: 'Publicado por',
    AUTHOR: 'Mesma autoria',
    CITATION: 'Mesma obra citada',
    CITING: 'Cita',
    CITED: 'Obra citada',
    TEXT: 'Mesmas palavras',
    REPLACED: 'substituído por um instrumento posterior',
  },
  ar: {
    THEME: 'الموضوع نفسه',
    WIDER_THEME: 'الموضوع الأعم نفسه',
    COUNTRY: 'البلد نفسه',
    INSTRUMENT: 'الصك القانوني نفسه',
    NEAR_INSTRUMENT: 'صك قانوني مرتبط',
    PROJECT: 'المشروع نفسه',
    PUBLISHER: 'الناشر نفسه',
    ABOUT: 'الموضوع',
    COVERS: 'البلد',
    REFERS_TO: 'يشير إلى',
    PART_OF: 'من مشروع',
    AUTHORED_BY: 'من تأليف',
    PUBLISHED_BY: 'من نشر',
    AUTHOR: 'المؤلف نفسه',
    CITATION: 'العمل نفسه المستشهد به',
    CITING: 'يستشهد بـ',
    CITED: 'عمل مستشهد به',
    TEXT: 'الكلمات نفسها',
    REPLACED: 'حل محله صك لاحق',
  },
  sr: {
    THEME: 'Ista tema',
    WIDER_THEME: 'Ista šira tema',
    COUNTRY: 'Ista zemlja',
    INSTRUMENT: 'Isti pravni instrument',
    NEAR_INSTRUMENT: 'Povezani pravni instrument',
    PROJECT: 'Isti projekat',
    PUBLISHER: 'Isti izdavač',
    ABOUT: 'Tema',
    COVERS: 'Zemlja',
    REFERS_TO: 'Odnosi se na',
    PART_OF: 'Iz projekta',
    AUTHORED_BY: 'Autor',
    PUBLISHED_BY: 'Izdavač',
    AUTHOR: 'Isti autor',
    CITATION: 'Isto citirano delo',
    CITING: 'Citira',
    CITED: 'Citirano delo',
    TEXT: 'Iste reči',
    REPLACED: 'zamenjen kasnijim instrumentom',
  },
};

/** The language that reasons are told in: one of the ten, Serbian in the script asked for, else English. */
export function reasonLanguage(language = 'en'): string {
  const base = language.split('-')[0]!;
  if (base === 'sr') return language === 'sr-Cyrl' ? language : 'sr-Latn';
  return Object.hasOwn(phrases, base) ? language : 'en';
}

/** One reason in words, such as `Same theme: residence permit`. */
export function reasonText(phrase: Phrase, name: string, language = 'en', { replaced = false } = {}): string {
  const told = reasonLanguage(language);
  const words = phrases[told.split('-')[0]!]!;
  const colon = told.startsWith('fr') ? '\u00a0: ' : ': '; // French sets the colon apart
  const inScript = told === 'sr-Cyrl' ? toCyrillic : (text: string) => text;
  return `${inScript(words[phrase])}${colon}${name}${replaced ? ` (${inScript(words.REPLACED)})` : ''}`;
}

/** Reasons in one sentence: `Same theme: residence permit; same country: Serbia`. */
export const sentenceOf = (texts: readonly string[], told = 'en'): string =>
  texts
    .map((text, place) => (place === 0 ? text : text[0]!.toLowerCase() + text.slice(1)))
    .join(told.startsWith('ar') ? '؛ ' : '; ');
