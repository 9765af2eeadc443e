import type { Kind } from '../client/operations.generated.ts';
import { markup, type Html } from '../landing/html.ts';
import { stateLink } from './link.ts';
import type { Site } from './page.ts';
import type { Word } from './words.ts';

/** What each kind is called where it stands for many. */
export const many: Record<Kind, Word> = {
  PUBLICATION: 'publications',
  ORGANISATION: 'organisations',
  COUNTRY: 'countries',
  INSTRUMENT: 'instruments',
  THEME: 'themes',
  PROJECT: 'projects',
  PERSON: 'persons',
};

/** The way to all entities of a kind. */
export const kindLink = (site: Site, kind: Kind): Html =>
  markup`<a href="${stateLink(site, 'search', { text: '', kind, chosen: {} })}">${site.say(many[kind])}</a>`;
