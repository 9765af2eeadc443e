import { doiAddress, webAddress } from '../formats/web-address.ts';
import { linkedBy } from '../formats/described.ts';
import type { CatalogueRecord } from '../model.ts';
import { translatedNames } from '../names.ts';
import type { RelationName } from '../relations.ts';
import { tellDate, tellLanguage } from './as-told.ts';
import { markup, type Html } from './html.ts';
import { named } from './label.ts';
import type { Linking, Shown } from './landing.ts';
import type { Word } from './words.ts';

/** Relations of an entity, in the order they are shown in. Its versions and parties stand elsewhere. */
export const outward: Partial<Record<RelationName, Word>> = {
  AUTHORED_BY: 'authors',
  PUBLISHED_BY: 'publishers',
  PART_OF: 'project',
  COORDINATED_BY: 'coordinator',
  PARTNERED_BY: 'partners',
  FUNDED_BY: 'funders',
  BASED_IN: 'basedIn',
  MEMBER_OF: 'memberOf',
  ABOUT: 'themes',
  COVERS: 'countries',
  ACTIVE_IN: 'countries',
  REFERS_TO: 'instruments',
  REPLACED_BY: 'replacedBy',
  AMENDS: 'amends',
  REPEALS: 'repeals',
  IMPLEMENTS: 'implements',
  PROTOCOL_TO: 'protocolTo',
  BROADER: 'broader',
  RELATED: 'nearThemes',
  CITES: 'cites',
};

/** The same relations from the other side. What publications state is shown by the list of what to read. */
export const inward: Partial<Record<RelationName, Word>> = {
  CITES: 'citedBy',
  REPLACED_BY: 'replaces',
  AMENDS: 'amendedBy',
  REPEALS: 'repealedBy',
  IMPLEMENTS: 'implementedBy',
  PROTOCOL_TO: 'protocols',
  HAS_PARTY: 'instruments',
  BROADER: 'narrower',
  MEMBER_OF: 'members',
  COORDINATED_BY: 'coordinates',
  PARTNERED_BY: 'partnerIn',
  FUNDED_BY: 'funds',
  ACTIVE_IN: 'projects',
  BASED_IN: 'basedHere',
};

/** What is known of an entity, name by name. */
export function facts(shown: Shown): Html {
  const rows = [...ownFacts(shown), ...linkedFacts(shown), ...otherNames(shown), ...elsewhere(shown)];
  return markup`<dl>
    ${rows.map(
      ([word, value]) =>
        markup`<dt>${shown.say(word)}</dt>
          <dd>${value}</dd> `,
    )}
  </dl>`;
}

type Row = [word: Word, value: Html | string];

function ownFacts({ described, told }: Shown): Row[] {
  const record = described.record as CatalogueRecord & Partial<Record<string, never>>;
  const values: [Word, string | undefined][] = [
    ['date', tellDate(record.date, told)],
    ['type', record.type],
    ['language', languagesOf(described.record, told)],
    ['jurisdiction', record.jurisdiction],
    ['adopted', tellDate(record.adopted, told)],
    ['inForce', tellDate(record.inForce, told)],
    ['numbers', (record.identifiers as string[] | undefined)?.join(' · ')],
    ['founded', tellDate(record.founded, told)],
    ['period', periodOf(record.start, record.end, told)],
  ];
  return values.flatMap(([word, value]): Row[] => (value ? [[word, value]] : []));
}

const periodOf = (start: string | undefined, end: string | undefined, told: string) =>
  start || end ? [tellDate(start, told) ?? '', tellDate(end, told) ?? ''].join(' – ').trim() : undefined;

function languagesOf(record: CatalogueRecord, told: string): string | undefined {
  if (record.kind !== 'publication') return undefined;
  const tags = record.languages ?? (record.language ? [record.language] : []);
  return tags.map((tag) => tellLanguage(tag, told)).join(', ');
}

function linkedFacts(shown: Shown): Row[] {
  const { described, linking, say } = shown;
  const out = Object.entries(outward).flatMap(([relation, word]): Row[] => {
    const records = linkedBy(described, relation as RelationName);
    return records.length > 0
      ? [
          [
            word,
            listOf(
              shown,
              records.map((record) => ({ record, note: provisionsOf(shown, relation, record.id) })),
            ),
          ],
        ]
      : [];
  });
  const back = linking.map(({ relation, some, total }): Row => {
    const more = total - some.length;
    const rest = more > 0 && markup` <small>${say('andMore').replace('%', String(more))}</small>`;
    return [inward[relation]!, markup`${listOf(shown, some)}${rest}`];
  });
  return [...out, ...back];
}

/** Short names stand beside one another, long ones below one another. */
function listOf(shown: Shown, linked: readonly Linking[]): Html {
  const items = linked.map(({ record, note }) => {
    const told = note && markup` <small>${note}</small>`;
    return markup`<li><a href="${shown.link(record.id)}">${named(record, shown.language)}</a>${told}</li> `;
  });
  const kind = linked[0]!.record.kind;
  return kind === 'country' || kind === 'theme' ? markup`<ul class="chips">${items}</ul>` : markup`<ul>${items}</ul>`;
}

/** The articles that a publication refers to of an instrument. */
function provisionsOf({ described: { links } }: Shown, relation: string, id: string): string | undefined {
  if (relation !== 'REFERS_TO') return undefined;
  return links.flatMap((link) => (link.relation === relation && link.to === id && link.provision) || []).join(', ');
}

function otherNames({ described: { record }, say }: Shown): Row[] {
  const aliases = [
    ...('acronym' in record && record.acronym ? [record.acronym] : []),
    ...('aliases' in record ? (record.aliases ?? []) : []),
    ...('altLabel' in record ? Object.values(record.altLabel ?? {}).flat() : []),
  ];
  const labels = Object.entries(translatedNames(record)).map(
    ([tag, label]) => markup`<li lang="${tag === 'und' ? '' : tag}"><bdi>${label}</bdi> <small>${tag}</small></li>`,
  );
  const rows: Row[] = aliases.length > 0 ? [['aliases', [...new Set(aliases)].join(' · ')]] : [];
  if (labels.length === 0) return rows;
  const list = markup`<ul>
    ${labels}
  </ul>`;
  const folded =
    labels.length > 6
      ? markup`<details>
          <summary>${say('showAll').replace('%', String(labels.length))}</summary>
          ${list}
        </details>`
      : list;
  return [...rows, [record.kind === 'publication' ? 'otherTitles' : 'otherNames', folded]];
}

/** Addresses; what is none that can be followed is left out. */
function elsewhere({ described: { record } }: Shown): Row[] {
  const doi = record.kind === 'publication' && record.doi ? [doiAddress(record.doi)] : [];
  const matches = record.kind === 'theme' ? [...(record.exactMatch ?? []), ...(record.closeMatch ?? [])] : [];
  const urls = record.kind === 'publication' ? (record.urls ?? []) : [];
  const addresses = [...doi, ...(record.sameAs ?? []), ...matches, ...urls].flatMap(
    (address) => webAddress(address) ?? [],
  );
  const rows: Row[] = record.kind === 'publication' && record.isbn ? [['numbers', `ISBN ${record.isbn}`]] : [];
  if (addresses.length === 0) return rows;
  const items = [...new Set(addresses)].map((address) => markup`<li><a href="${address}">${address}</a></li>`);
  return [
    ...rows,
    [
      'elsewhere',
      markup`<ul>
        ${items}
      </ul>`,
    ],
  ];
}
