import { webAddress } from '../formats/web-address.ts';
import type { RelationName } from '../relations.ts';
import { tellDate } from './as-told.ts';
import { outward } from './facts.ts';
import type { Place } from './frame.ts';
import { markup, type Html } from './html.ts';

/** A link of the graph with what it stands on, as a reader is told. */
export interface ToldStatement {
  relation: RelationName;
  from: { id: string; label: string };
  to: { id: string; label: string };
  provision?: string | null;
  status?: string | null;
  date?: string | null;
  method: string;
  confidence: number;
  reviewedBy?: string | null;
  evidence?: { text: string } | null;
  source: { url?: string | null; file?: string | null; verified: boolean; licence?: string | null };
}

/** How one entity stands to another, in the words of the page. */
export function relationWord({ say }: Pick<Place, 'say'>, relation: RelationName): string {
  if (relation === 'TRANSLATION_OF') return say('translationOf');
  if (relation === 'EDITION_OF') return say('editionOf');
  if (relation === 'HAS_PARTY') return say('party');
  return say(outward[relation]!);
}

/** A statement down to where it comes from: who says what of whom, the passage, the source, and how sure it is. */
export function statement(place: Place, told: ToldStatement): Html {
  const { say, link } = place;
  const { from, to, relation, evidence, source, confidence } = told;
  const beside = [told.provision, told.status, tellDate(told.date ?? undefined, place.told)].filter(Boolean).join(', ');
  const address = webAddress(source.url ?? undefined);
  const certainty = say('confidence').replace('%', `${Math.round(confidence * 100)} %`);
  return markup`<li>
    <a href="${link(from.id)}"><bdi>${from.label}</bdi></a> · ${relationWord(place, relation)}:
    <a href="${link(to.id)}"><bdi>${to.label}</bdi></a>${beside && ` (${beside})`}
    ${evidence && markup`<br /><q>${evidence.text}</q>`}<br />
    <small
      >${say('origin')}:
      ${address ? markup`<a href="${address}" rel="noreferrer">${new URL(address).hostname}</a>` : (source.file ?? '–')}
      (${[say(source.verified ? 'verified' : 'notVerified'), told.method, certainty, told.reviewedBy].filter(Boolean).join(', ')})</small
    >
  </li> `;
}
