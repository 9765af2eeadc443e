import jsonld from 'jsonld';
import { DataFactory, Writer, type Literal, type Quad } from 'n3';
import { context } from './json-ld.ts';
import type { Node } from './node.ts';

const { namedNode } = DataFactory;

/** The prefixes of a Turtle document, and what it says that `schema:` is. */
const { '@vocab': schema, ...others } = context;
const prefixes = { ...others, schema };

/** The lines that stand once at the head of a Turtle document. */
export const turtlePrefixes: string = Object.entries(prefixes)
  .map(([name, address]) => `@prefix ${name}: <${address}>.\n`)
  .join('');

/** Nodes of JSON-LD as statements of a Turtle document, without its head. They have an address each: none is blank. */
export async function turtleOf(nodes: readonly Node[]): Promise<string> {
  const statements = (await jsonld.toRDF({ '@context': context, '@graph': nodes } as object as jsonld.JsonLdDocument, {
    documentLoader: refuse,
  })) as Quad[];
  const writer = new Writer({ prefixes });
  for (const { subject, predicate, object } of statements)
    writer.addQuad(namedNode(subject.value), namedNode(predicate.value), withTag(object));
  const text = await new Promise<string>((written, failed) => {
    writer.end((error, result: string) => (error ? failed(error) : written(result)));
  });
  return text.startsWith(turtlePrefixes) ? text.slice(turtlePrefixes.length) : text;
}

/** Everything a document needs stands in it: nothing is fetched. */
const refuse = async (address: string): Promise<never> => {
  throw new Error(`${address} is not to be fetched.`);
};

/** A text with its language as everybody writes it: from JSON-LD it comes as `sr-cyrl`, and a literal of n3 would keep that. */
function withTag(object: Quad['object']): Quad['object'] {
  if (object.termType !== 'Literal' || !object.language) return object;
  return { ...object, language: Intl.getCanonicalLocales(object.language)[0]! } as Literal;
}
