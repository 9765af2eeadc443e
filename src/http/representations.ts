import Negotiator from 'negotiator';
import type { IncomingMessage } from 'node:http';
import { kindOf } from '../model.ts';
import { Problem } from './responses.ts';

/** What an entity can be had as. */
export interface Representation {
  name: string;
  mediaType: string;
  title: string;
}

const ofAll = [
  { name: 'json', mediaType: 'application/json', title: 'JSON' },
  { name: 'html', mediaType: 'text/html', title: 'HTML' },
  { name: 'jsonld', mediaType: 'application/ld+json', title: 'JSON-LD' },
  { name: 'turtle', mediaType: 'text/turtle', title: 'Turtle' },
] as const;
const ofPublications = [
  { name: 'bibtex', mediaType: 'application/x-bibtex', title: 'BibTeX' },
  { name: 'ris', mediaType: 'application/x-research-info-systems', title: 'RIS' },
  { name: 'csl', mediaType: 'application/vnd.citationstyles.csl+json', title: 'CSL-JSON' },
] as const;

export type RepresentationName = (typeof ofAll)[number]['name'] | (typeof ofPublications)[number]['name'];

/** What the entity with an id can be had as; the first is what a program gets that asks for anything. */
export const representationsOf = (id: string): readonly (Representation & { name: RepresentationName })[] =>
  kindOf(id) === 'publication' ? [...ofAll, ...ofPublications] : ofAll;

/** The one that a request wants: by `?format=`, else by `Accept` with its weights. Throws 406 with what there is. */
export function wantedRepresentation(request: IncomingMessage, id: string, format: string | null): RepresentationName {
  const there = representationsOf(id);
  const mediaTypes = there.map(({ mediaType }) => mediaType);
  if (format !== null) {
    const found = there.find(({ name, mediaType }) => format === name || format === mediaType);
    if (found) return found.name;
    const names = there.map(({ name }) => name).join(', ');
    throw new Problem(406, `format=${format.slice(0, 60)} is none that ${id} can be had in; there are ${names}.`);
  }
  const wanted = new Negotiator({ headers: { accept: withoutParameters(request.headers.accept) } }).mediaType([
    ...mediaTypes,
  ]);
  const found = there.find(({ mediaType }) => mediaType === wanted);
  if (!found)
    throw new Problem(406, `${id} can be had as ${mediaTypes.join(', ')}: name one of them in Accept, or in ?format=.`);
  return found.name;
}

/** A charset or profile that is asked for does not make a media type another one. */
const withoutParameters = (accept: string | undefined) =>
  accept?.replace(/;\s*(?!q\s*=)[^=;,\s]+\s*=\s*("(?:[^"\\]|\\.)*"|[^,;]*)/gi, '');
