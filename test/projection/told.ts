import { kinds } from '../../src/model.ts';
import { links } from '../../src/projection/adjacency.ts';
import type { Projection } from '../../src/projection/projection.ts';
import { newestFirst } from '../../src/projection/publications.ts';
import { relatedTo } from '../../src/projection/related.ts';
import { textOf } from '../../src/projection/text-of.ts';
import { siblings } from '../../src/projection/works.ts';
import { relationNames } from '../../src/relations.ts';

/** Everything a projection says, by ids and words: numbers differ with what was seen first. */
export function told(projection: Projection) {
  const id = (node: number) => projection.ids[node]!;
  const nodes = kinds.flatMap((kind) => [...projection.ofKind[kind]]);
  const byId = (a: string, b: string) => (a < b ? -1 : 1);
  return {
    nodes: nodes.map(id).sort(byId),
    aliases: [...projection.numbers].map(([name, node]) => `${name} → ${id(node)}`).sort(byId),
    ofCountries: [...projection.text.ofCountries].map(([node, words]) => `${id(node)}: ${words.join(' ')}`).sort(byId),
    columns: nodes.map((node) => `${id(node)} ${projection.dates[node]} ${projection.languages[node]}`).sort(byId),
    out: relationNames.map((name) => [
      name,
      projection.out[name].size,
      nodes.map((node) => `${id(node)}: ${[...links(projection.out[name], node).targets].map(id)}`).sort(byId),
    ]),
    back: relationNames.map((name) => [
      name,
      projection.in[name].size,
      nodes.map((node) => `${id(node)}: ${[...links(projection.in[name], node).targets].map(id).sort()}`).sort(byId),
    ]),
    words: nodes
      .map((node) => {
        const { words, weights } = textOf(projection, node);
        return `${id(node)}: ${words.map((word, place) => `${projection.text.words[word]} ${weights[place]}`)}`;
      })
      .sort(byId),
    texts: nodes
      .map((node) => {
        const words = [...links(projection.search.sequences, node).targets].map((word) => projection.text.words[word]);
        return `${id(node)}: ${projection.labels[node]}: ${words.join(' ')}`;
      })
      .sort(byId),
    postings: projection.text.words
      .map((word, number) => {
        const { targets, weights } = links(projection.search.postings, number);
        return `${word}: ${[...targets].map((node, place) => `${id(node)} ${weights![place]}`).sort(byId)}`;
      })
      .filter((line) => !line.endsWith(': '))
      .sort(byId),
    newest: [...newestFirst(projection)].map(id),
    works: nodes.map((node) => `${id(node)}: ${siblings(projection, node).map(id)}`).sort(byId),
    related: [...projection.ofKind.publication]
      .map(
        (node) =>
          `${id(node)}: ${relatedTo(projection, node).map((item) => `${id(item.publication)} ${item.score.toFixed(9)}`)}`,
      )
      .sort(byId),
  };
}
