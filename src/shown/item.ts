import { languageNames } from './language-names.ts';
import { directionOf, languageTag, tame, webAddress } from './text.ts';
import { wordsLanguage } from './words.ts';

/** What `GET /related` says of an item, as far as it is shown. All of it is taken as coming from elsewhere. */
export interface AnswerItem {
  id: string;
  title: string;
  language: string | null;
  url: string | null;
  date: string | null;
  publishers: { name: string }[];
  why: string;
  alsoIn: { id: string; title: string; language: string | null; url: string | null }[];
}

/** A work as it is shown: texts that are tame, addresses that may be links. */
export interface ShownWork {
  title: string;
  language: string | null;
  direction: 'ltr' | 'rtl' | 'auto';
  address: string | null;
}

export interface ShownItem extends ShownWork {
  publishers: string;
  /** As it is known, and the year of it. */
  date: string;
  year: string;
  /** The name of its language, where that is not the reader's. */
  languageName: string;
  /** Why it is related, in the language of the words. */
  why: string;
  /** Versions in other languages, one each, at most four. */
  alsoIn: (ShownWork & { code: string; languageName: string })[];
}

const mostVersions = 4;

/** An item as it is shown to a reader of `language`; what has no address of its own is found at `server`. */
export function shownItem(item: AnswerItem, language: string, server: string): ShownItem {
  const told = wordsLanguage(language);
  const nameOf = (tag: string | null) => (tag && languageNames(told).of(tag)) || '';
  const head = shownWork(item, server);
  const versions = new Map<string, ShownItem['alsoIn'][number]>();
  for (const version of list(item.alsoIn)) {
    const work = shownWork(version, server);
    const { language: tag, address } = work;
    if (!tag || !address || tag === head.language || versions.has(tag)) continue;
    const code = tag.replace(/^\w+/, (base) => base.toUpperCase()); // `SR-Cyrl`
    versions.set(tag, { ...work, code, languageName: nameOf(tag) });
  }
  const date = /^\d{4}(-\d\d){0,2}$/.exec(item.date ?? '')?.[0] ?? '';
  return {
    ...head,
    publishers: list(item.publishers)
      .map(({ name }) => tame(name))
      .join(', '),
    date,
    year: date.slice(0, 4),
    languageName: head.language?.split('-')[0] === told.split('-')[0] ? '' : nameOf(head.language),
    why: tame(item.why),
    alsoIn: [...versions.values()].slice(0, mostVersions),
  };
}

function shownWork({ id, title, language, url }: AnswerItem['alsoIn'][number], server: string): ShownWork {
  const tag = languageTag(language);
  const address = webAddress(url ?? `${server}/${id}`);
  return { title: tame(title), language: tag, direction: directionOf(tag), address };
}

const list = <Item>(given: Item[] | undefined): Item[] => (Array.isArray(given) ? given : []);
