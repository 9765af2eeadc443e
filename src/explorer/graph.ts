import type { Kind, NeighbourhoodQuery } from '../client/operations.generated.ts';
import { markup, type Html } from '../landing/html.ts';
import { relationWord } from '../landing/statement.ts';
import type { ExplorerPage, Site } from './page.ts';
import { tools } from './tools.ts';
import type { Word } from './words.ts';

export interface GraphData {
  given: URLSearchParams;
  of: string;
  hops: number;
  most: number;
  around: NeighbourhoodQuery['neighbourhood'];
}

/** How far to go, and how many entities to show at most. */
export const [farthest, sizes] = [3, [60, 150, 400, 1000, 2000]] as const;

/** The page with a picture of what stands around an entity, drawn by script, and a table that says the same. */
export function graphPage(site: Site, data: GraphData): ExplorerPage {
  const { say, link, asset } = site;
  const { given, of, hops, most, around } = data;
  const label = around.nodes[0]?.node?.label ?? of;
  const title = say('graphOf').replace('%', () => label);
  const [script, layout] = [asset('graph.js'), asset('graph-layout.js')];
  const count = (word: Word, number: number) => say(word).replace('%', number.toLocaleString(site.told));
  const main = markup`<h1>${title}</h1>
    <p class="lead">${say('graphLead')}</p>
    <p><a href="${link(of)}"><bdi>${label}</bdi></a> · ${count('entities', around.nodes.length)} · ${count('links', around.links.length)}</p>
    ${around.leftOut > 0 && markup`<p>${count('notWhole', around.leftOut)}</p>`} ${form(site, data)}
    <noscript><p>${say('graphNeedsScript')}</p></noscript>
    <figure>
      <div id="graph" class="canvas" tabindex="0" role="application" aria-label="${title}" aria-describedby="graph-keys"
        data-of="${of}" data-hops="${hops}" data-first="${most}" data-home="${link('')}" data-language="${site.language}" data-layout="${layout}" hidden></div>
      <figcaption id="graph-keys">${say('graphKeys')}</figcaption>
      <ul class="legend" id="legend">
        ${kindsOf(around).map((kind) => markup`<li data-kind="${kind}">${say(kind.toLowerCase() as Word)}</li> `)}
      </ul>
    </figure>
    ${tools(site, given, 'graph')}
    <h2 id="table">${say('table')}</h2>
    <div class="scroll tall" role="region" aria-labelledby="table" tabindex="0">${table(site, around)}</div>`;
  const head = script !== undefined && markup`<script type="module" src="${script}"></script>`;
  return { title, description: say('graphLead'), main, isAnswer: true, head };
}

const kindsOf = ({ nodes }: GraphData['around']): Kind[] => [
  ...new Set(nodes.flatMap(({ node }) => (node ? [node.kind] : []))),
];

function form({ say, link, path }: Site, { of, hops, most }: GraphData): Html {
  const [address, query] = link(path).split('?');
  const language = new URLSearchParams(query).get('language');
  const options = (values: readonly number[], now: number) =>
    values.map((value) => markup`<option${value === now && markup` selected`}>${value}</option> `);
  return markup`<form class="fields" action="${address}">
    <input type="hidden" name="id" value="${of}" />
    ${language && markup`<input type="hidden" name="language" value="${language}" />`}
    <p>
      <label for="hops">${say('hops')}</label>
      <select id="hops" name="hops">
        ${options(
          Array.from({ length: farthest }, (_, place) => place + 1),
          hops,
        )}
      </select>
    </p>
    <p>
      <label for="first">${say('most')}</label>
      <select id="first" name="first">
        ${options(sizes, most)}
      </select>
    </p>
    <p><button>${say('show')}</button></p>
  </form>`;
}

/** Every entity with the links its record states to others of the picture, so that each link stands here once. */
function table(site: Site, { nodes, links }: GraphData['around']): Html {
  const { say, link } = site;
  const names = new Map(nodes.flatMap(({ node }) => (node ? [[node.id, node.label]] : [])));
  const from = groupedBy(links, (one) => one.from);
  return markup`<table class="list">
    <thead>
      <tr>
        <th scope="col">${say('name')}</th>
        <th scope="col">${say('kind')}</th>
        <th scope="col" class="number">${say('hops')}</th>
        <th scope="col">${say('relation')}</th>
      </tr>
    </thead>
    <tbody>
      ${nodes.map(({ node, hops }) => {
        if (!node) return false;
        const byRelation = [...groupedBy(from.get(node.id) ?? [], ({ relation }) => relation)];
        const stated = byRelation.map(
          ([relation, some]) =>
            `${relationWord(site, relation)}: ${some.map(({ to }) => names.get(to) ?? to).join(', ')}`,
        );
        return markup`<tr>
          <th scope="row"><a href="${link(node.id)}"><bdi>${node.label}</bdi></a></th>
          <td>${say(node.kind.toLowerCase() as Word)}</td>
          <td class="number">${hops}</td>
          <td>${stated.join(' · ')}</td>
        </tr> `;
      })}
    </tbody>
  </table>`;
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
