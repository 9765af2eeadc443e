import { getIntrospectionQuery, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/api/document-limits.ts';
import { introspectionIn } from '../../src/api/introspection-limit.ts';

const times = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
/** A fragment for each of so many, used where it does not count otherwise. */
const inFragments = (count: number) => times(count, (i) => `fragment F${i} on Query { status { revision } }`);

/** What holds just so many of what is limited, by what it is called in the refusal. */
const holding: [what: string, most: number, document: (count: number) => string][] = [
  ['aliases', 30, (n) => `{ status { ${times(n, (i) => `a${i}: revision`)} } }`],
  ['directives', 20, (n) => `{ status { ${times(n, () => 'revision @skip(if: true)').replace(/revision /, 'engine ')} } }`], // prettier-ignore
  ['fields at the root', 20, (n) => `{ ${times(n, (i) => `f${i}`)} }`],
  ['fragments', 30, (n) => `{ status { revision } } ${inFragments(n)}`],
  ['uses of fragments', 100, (n) => `{ status { ${times(n, () => '... on Status { revision }')} } }`],
  ['operations', 20, (n) => times(n, (i) => `query Q${i} { status { revision } }`)],
  ['fields', 500, (n) => `{ status { ${times(n - 1, (i) => `f${i}`)} } }`],
  ['equal fields in one selection', 20, (n) => `{ status { ${times(n, () => 'revision')} } }`],
];

describe('a document', () => {
  it.each(holding)(
    'with more %s than %i is refused by code, with the limit and another way',
    (what, most, document) => {
      expect(refusalOf(parse(document(most)))).toBeNull();
      const refusal = refusalOf(parse(document(most + 1)));
      expect(refusal!.extensions.code).toBe('QUERY_TOO_LARGE');
      expect(refusal!.message).toMatch(
        new RegExp(`^The query has ${most + 1} ${what}; at most ${most} are taken\\. [A-Z].+\\.$`),
      );
    },
  );

  it('has the fields at its root counted in fragments too, also where these go in circles', () => {
    const parts = times(21, (i) => `...F${i}`);
    const circles = times(21, (i) => `fragment F${i} on Query { f${i} ...F${(i + 1) % 21} }`);
    expect(refusalOf(parse(`{ ${parts} } ${circles}`))!.message).toMatch(/21 fields at the root/);
  });

  it.each(readdirSync('src/client', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql')))(
    'of this product is none: %s',
    (file) => {
      expect(refusalOf(parse(readFileSync(`src/client/${file}`, 'utf8')))).toBeNull();
    },
  );
});

describe('a question about the schema', () => {
  const valuesOf = (query: string) => {
    const { definitions } = parse(query);
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const [operation] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    return introspectionIn(
      operation as OperationDefinitionNode,
      new Map(fragments.map((one) => [one.name.value, one])),
    );
  };

  it('is taken as tools ask it', () => {
    const whole = { descriptions: true, inputValueDeprecation: true, oneOf: true, schemaDescription: true, specifiedByUrl: true }; // prettier-ignore
    expect(valuesOf(getIntrospectionQuery(whole))).toBeGreaterThan(10_000);
    expect(valuesOf(getIntrospectionQuery(whole))).toBeLessThan(100_000);
  });

  it('is counted beyond the limit where aliases multiply it', () => {
    const fields = (inner: string) => times(10, (i) => `f${i}: fields { type { ${inner} } }`);
    expect(valuesOf(`{ __schema { types { ${fields(fields('name'))} } } }`)).toBeGreaterThan(100_000);
  });

  it('is not what asks for data', () => {
    expect(valuesOf('{ __typename status { revision types: engine } }')).toBe(0);
  });
});
