import { kindOf, type Kind } from '../../model.ts';
import { citedProvisions, isOfLaw } from './cited-provisions.ts';
import { countriesOf } from './countries-of.ts';
import type { Link, Links, OpenLink, Span } from './links.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { Names } from './names.ts';
import { byWeight, linkOf, tally, type Tally } from './tallies.ts';
import { isInAddress } from './in-address.ts';
import { inPassing } from './in-passing.ts';
import { isOf } from './provisions.ts';
import { themesOf } from './themes-of.ts';
import { unlistedLaws } from './unlisted-laws.ts';
import { unlistedOrganisations } from './unlisted-organisations.ts';

export type { Link, Links } from './links.ts';

/** A page of which the title and the text are linked; where its address is known, that too says something. */
export interface PageToLink {
  title: string;
  text: string;
  language?: string;
  url?: string;
}

type Placed = Mention & Pick<Span, 'in'>;

/**
 * The countries that a text covers, its themes, and the instruments, organisations and projects that it names, with the
 * provisions that it cites; what is plainly an organisation or a law that the catalogue does not have, by its name; and
 * names that are left open.
 */
export function linkText(page: PageToLink, names: Names): Links {
  const { title, text, language } = page;
  const inText = mentionsOf(text, names, language);
  const passing = inPassing(text, inText);
  const mentions: Placed[] = [
    ...mentionsOf(title, names, language).map((mention): Placed => ({ ...mention, in: 'title' })),
    ...inText.filter((mention) => !passing.has(mention)).map((mention): Placed => ({ ...mention, in: 'text' })),
  ];
  const tallies = tally(mentions);
  const of = (kind: Kind) => [...tallies.values()].filter(({ id }) => kindOf(id) === kind).sort(byWeight);
  const instruments = of('instrument');
  const organisations = of('organisation');
  return {
    countries: countriesOf(of('country'), page, [...instruments, ...organisations], names),
    themes: themesOf(of('theme'), names),
    instruments: withProvisions(instruments, page, mentions, names),
    organisations: organisations.map(linkOf),
    projects: of('project').map(linkOf),
    unlisted: {
      instruments: unlistedLaws(page, mentions),
      organisations: unlistedOrganisations(page, mentions),
    },
    open: openLinks(mentions.filter(({ candidates }) => !candidates?.some((id) => tallies.has(id)))),
  };
}

/**
 * Without organisations that only say whose a law is, `Directive (EU) 2024/1712 of the European Parliament`, and themes
 * that only stand in an address.
 */
function mentionsOf(text: string, names: Names, language?: string): Mention[] {
  const mentions = findMentions(text, names, { language });
  return mentions.filter((mention, at) => {
    if (mention.id?.startsWith('theme/'))
      return !isInAddress(text, mention) && !isOfPhrase(text, mention, mentions[at + 1]);
    if (!isOrganisation(mention)) return true;
    const law = mentions[at - 1];
    const isAct = law?.id?.startsWith('instrument/') && /\d/.test(law.text) && isOf(text.slice(law.end, mention.start));
    return !isAct && !isOfLaw(text, mention.start);
  });
}

const rightsOf = /(?:droits (?:de l[’']|du )|diritti (?:dell[’']|del)|derechos del |direitos do |drepturile\s|rechten van de )$/u; // prettier-ignore

/** `droits de l’homme` are everybody's, and `association X` says what X is. */
const isOfPhrase = (text: string, { start, end }: Mention, next?: Mention): boolean =>
  rightsOf.test(text.slice(Math.max(0, start - 30), start).toLowerCase()) ||
  (next !== undefined && next.start === end + 1 && isOrganisation(next) && !/\s/.test(text.slice(start, end)));

const isOrganisation = ({ id, candidates }: Mention) => kindOf(id ?? candidates![0]!) === 'organisation';

/** Every provision of an instrument that is cited, in the order of the page: `art. 4, 10(3)`. */
function withProvisions(
  found: Tally[],
  page: { title: string; text: string },
  mentions: Placed[],
  names: Names,
): Link[] {
  if (found.length === 0) return [];
  const named = new Set(found.map(({ id }) => id));
  const cited = (['title', 'text'] as const).flatMap(
    (place) =>
    citedProvisions(page[place], mentions.filter((mention) => mention.in === place), names, named), // prettier-ignore
  );
  return found.map((instrument) => {
    const forms = [...new Set(cited.filter(({ id }) => id === instrument.id).map(({ form }) => form))];
    return { ...linkOf(instrument), ...(forms.length > 0 && { provision: joined(forms) }) };
  });
}

/** `art. 4` and `art. 10(3)` are `art. 4, 10(3)`. */
const joined = ([first = '', ...others]: string[]): string => {
  const sign = first.slice(0, first.indexOf(' ') + 1);
  return [first, ...others.map((form) => (form.startsWith(sign) ? form.slice(sign.length) : form))].join(', ');
};

const fields: Partial<Record<Kind, OpenLink['field']>> = {
  country: 'countries', theme: 'themes', instrument: 'instruments', organisation: 'organisations', project: 'project',
}; // prettier-ignore

/** A name of several, once for each set of candidates; a field of the candidates that are of one kind, of the first else. */
function openLinks(mentions: Placed[]): OpenLink[] {
  const open = new Map<string, OpenLink>();
  for (const { candidates, in: from, text, start, end } of mentions) {
    if (!candidates) continue;
    const field = fields[kindOf(candidates[0] ?? '')!];
    if (!field || open.has(candidates.join())) continue;
    open.set(candidates.join(), { field, candidates, evidence: { in: from, text, start, end } });
  }
  return [...open.values()];
}
