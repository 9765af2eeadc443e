import type { Kind } from '../client/operations.generated.ts';
import { markup, type Html } from '../landing/html.ts';
import type { Site } from './page.ts';
import type { Word } from './words.ts';

/** An entity that a page is asked about, such as one end of a way: what was written, what it is, or what it may be. */
export interface End {
  written: string;
  id?: string;
  label?: string;
  /** What is called like that, where it is not one alone. */
  candidates: readonly { id: string; kind: Kind; label: string; hint: string }[];
}

/** What it may be, where that is not clear: each a link to the same question, with that in its place. */
export function unclear(site: Site, given: URLSearchParams, name: string, end: End): Html | false {
  if (!end.written || end.id !== undefined) return false;
  const question = site.say(end.candidates.length > 0 ? 'whichOne' : 'unknown').replace('%', () => end.written);
  return markup`<p><strong>${question}</strong></p>
    <ul>
      ${end.candidates.map(({ id, kind, label, hint }) => {
        const parameters = Object.fromEntries([...given, [name, id]]);
        const about = [site.say(kind.toLowerCase() as Word), hint].filter(Boolean).join(' · ');
        return markup`<li><a href="${site.link(site.path, parameters)}"><bdi>${label}</bdi></a> <small>${about}</small></li> `;
      })}
    </ul>`;
}
