import { webAddress } from '../formats/web-address.ts';
import type { CardFragment } from '../client/operations.generated.ts';
import { tellDate, tellLanguage } from '../landing/as-told.ts';
import { markup, ours, type Html } from '../landing/html.ts';
import type { Site } from './page.ts';
import type { Word } from './words.ts';

/** What a list of results shows of an entity. `snippet` is HTML of the API: text with the words found in `<mark>`. */
export interface Found {
  node: CardFragment;
  snippet?: string;
}

const summaryLength = 280;

/** An entity as a result: its name, what it is, and the passage that says what was looked for. */
export function card(site: Site, { node, snippet }: Found): Html {
  const language = node.kind === 'PUBLICATION' && 'language' in node ? (node.language ?? undefined) : undefined;
  const passage = passageOf(node, snippet);
  return markup`<li class="card">
    <h3>
      <a href="${site.link(node.id)}"${language && markup` lang="${language}"`}><bdi>${'title' in node ? node.title : node.label}</bdi></a>
    </h3>
    <p class="by">${aboutOf(site, node)}</p>
    ${passage && markup`<p class="passage">${passage}</p>`} ${versionsOf(site, node)}
  </li> `;
}

function passageOf(node: CardFragment, snippet: string | undefined): Html | string | undefined {
  if (snippet !== undefined) {
    const isName = plain(snippet) === node.label || ('title' in node && plain(snippet) === node.title);
    return isName ? undefined : ours(snippet);
  }
  const summary = 'summary' in node ? node.summary : undefined;
  if (!summary || summary.length <= summaryLength) return summary ?? undefined;
  return `${summary.slice(0, summaryLength).replace(/\s+\S*$/, '')} …`;
}

const plain = (html: string) =>
  html.replace(/<\/?mark>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => characters[name]!);
const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** What an entity is, in a line. */
function aboutOf({ say, told, link }: Site, node: CardFragment): Html {
  const parts: (Html | string | null | undefined | false)[] = [say(node.kind.toLowerCase() as Word)];
  const linked = (others: readonly { id: string; label: string }[]) =>
    others.length > 0 &&
    markup`${others.map((other, place) => markup`${place > 0 && ', '}<a href="${link(other.id)}"><bdi>${other.label}</bdi></a>`)}`;
  if ('title' in node) {
    const address = webAddress(node.url ?? undefined);
    parts[0] = node.type ?? say('publication');
    parts.push(linked(node.publishers), tellDate(node.date ?? undefined, told));
    parts.push(node.language && tellLanguage(node.language, told));
    parts.push(address && markup`<a href="${address}" rel="noreferrer">${new URL(address).hostname}</a>`);
  }
  if ('country' in node) parts.push(node.acronym, node.type, node.country && linked([node.country]));
  if ('jurisdiction' in node) parts.push(node.type, node.jurisdiction, tellDate(node.adopted ?? undefined, told));
  if ('broader' in node) parts.push(linked(node.broader));
  if ('start' in node) parts.push(node.acronym, [node.start, node.end].filter(Boolean).join(' – '));
  const told_ = parts.filter((part) => part !== undefined && part !== null && part !== false && part !== '');
  return markup`${told_.map((part, place) => markup`${place > 0 && ' · '}${part}`)}`;
}

function versionsOf({ say, link, told }: Site, node: CardFragment): Html | false {
  if (!('translations' in node) || node.translations.length === 0) return false;
  return markup`<p class="by">
    ${say('translations')}:
    ${node.translations.map(
      ({ id, title, language }, place) =>
        markup`${place > 0 && ', '}<a href="${link(id)}" title="${title}"${language && markup` hreflang="${language}"`}
            >${language ? tellLanguage(language, told) : title}</a
          >`,
    )}
  </p>`;
}
