import type { FamilyName } from '../projection/features.ts';

/**
 * What is said before the name of what is shared: `WIDER_THEME` and `NEAR_INSTRUMENT` where it was reached through
 * something else, `PUBLISHED_BY` where the target has no publisher of its own (an organisation, a text), `CITING` where the related publication cites the target, `CITED` the other way round.
 */
export type Phrase = FamilyName | 'WIDER_THEME' | 'NEAR_INSTRUMENT' | 'PUBLISHED_BY' | 'CITING' | 'CITED';
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
    PUBLISHED_BY: 'Herausgegeben von',
    AUTHOR: 'Gleiche Autorschaft',
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
    WIDER_THEME: 'Zelfde ruimere thema',
    COUNTRY: 'Zelfde land',
    INSTRUMENT: 'Zelfde rechtsinstrument',
    NEAR_INSTRUMENT: 'Verwant rechtsinstrument',
    PROJECT: 'Zelfde project',
    PUBLISHER: 'Zelfde uitgever',
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
    PUBLISHED_BY: 'Publicat de',
    AUTHOR: 'Același autor',
    CITATION: 'Aceeași lucrare citată',
    CITING: 'Citează',
    CITED: 'Lucrare citată',
    TEXT: 'Aceleași cuvinte',
    REPLACED: 'înlocuit de un instrument ulterior',
  },
  sr: {
    THEME: 'Ista tema',
    WIDER_THEME: 'Ista šira tema',
    COUNTRY: 'Ista zemlja',
    INSTRUMENT: 'Isti pravni instrument',
    NEAR_INSTRUMENT: 'Povezani pravni instrument',
    PROJECT: 'Isti projekat',
    PUBLISHER: 'Isti izdavač',
    PUBLISHED_BY: 'Izdavač',
    AUTHOR: 'Isti autor',
    CITATION: 'Isto citirano delo',
    CITING: 'Citira',
    CITED: 'Citirano delo',
    TEXT: 'Iste reči',
    REPLACED: 'zamenjen kasnijim instrumentom',
  },
};

const wordsIn = (language: string) => phrases[Object.hasOwn(phrases, language) ? language : 'en']!;

/** One reason in words, such as `Same theme: residence permit`; in English where the language is not among the seven. */
export function reasonText(phrase: Phrase, name: string, language = 'en', { replaced = false } = {}): string {
  const words = wordsIn(language.split('-')[0]!);
  return `${words[phrase]}: ${name}${replaced ? ` (${words.REPLACED})` : ''}`;
}

/** Reasons in one sentence: `Same theme: residence permit; same country: Serbia`. */
export const sentenceOf = (texts: readonly string[]): string =>
  texts.map((text, place) => (place === 0 ? text : text[0]!.toLowerCase() + text.slice(1))).join('; ');
