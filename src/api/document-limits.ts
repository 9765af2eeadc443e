import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context.ts';
import { tooLarge } from './errors.ts';

/** What one document may hold, and how else the same can be asked. */
export const limits = {
  aliases: { most: 30, instead: 'Ask for many things by nodes(ids:), or in several requests.' },
  directives: { most: 20, instead: 'Leave fields out instead of skipping them.' },
  'fields at the root': { most: 20, instead: 'Ask for many things by nodes(ids:), or in several requests.' },
  fragments: { most: 30, instead: 'Write what stands once where it stands, or ask in several requests.' },
  'uses of fragments': { most: 100, instead: 'Ask in several requests.' },
  operations: { most: 20, instead: 'Send the one that is to be carried out.' },
  fields: { most: 500, instead: 'Ask in several requests.' },
  'equal fields in one selection': { most: 20, instead: 'Name each field once.' },
};
type Limited = keyof typeof limits;

/** Why a document is too large, or null. Looks at its form alone: it need not fit any schema. */
export function refusalOf(document: DocumentNode): GraphQLError | null {
  const counts = countsOf(document);
  for (const [what, { most, instead }] of Object.entries(limits)) {
    const given = counts[what as Limited];
    if (given > most) return tooLarge(`The query has ${given} ${what}; at most ${most} are taken. ${instead}`);
  }
  return null;
}

function countsOf(document: DocumentNode): Record<Limited, number> {
  const counts = Object.fromEntries(Object.keys(limits).map((what) => [what, 0])) as Record<Limited, number>;
  const atMost = (what: Limited, count: number) => void (counts[what] = Math.max(counts[what], count));
  const fragments = new Map<string, FragmentDefinitionNode>();
  visit(document, {
    FragmentDefinition(fragment) {
      fragments.set(fragment.name.value, fragment);
      counts.fragments++;
    },
    FragmentSpread: () => void counts['uses of fragments']++,
    InlineFragment: () => void counts['uses of fragments']++,
    OperationDefinition: () => void counts.operations++,
    Directive: () => void counts.directives++,
    SelectionSet: (selection) => atMost('equal fields in one selection', mostEqual(selection)),
    Field({ alias }) {
      counts.fields++;
      if (alias) counts.aliases++;
    },
  });
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      atMost('fields at the root', fieldsIn(definition.selectionSet, fragments, new Set()));
  return counts;
}

/** How often the field stands in a selection that stands there most often: validation compares each with each. */
function mostEqual({ selections }: SelectionSetNode): number {
  const times = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias ?? selection.name).value;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...times.values());
}

/** How many fields a selection has with those of its fragments, each of which is looked at once: they may go in circles. */
function fieldsIn(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen: Set<string>,
): number {
  let count = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) count++;
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += fieldsIn(selection.selectionSet, fragments, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) count += fieldsIn(fragment.selectionSet, fragments, seen);
    }
  }
  return count;
}

const refusals = new WeakMap<DocumentNode, GraphQLError>();

/**
 * Refuses a document that is too large before it is validated, for that takes a second where fields repeat: what is
 * validated, and kept in its place, is a stand-in that carries the refusal.
 */
export const documentLimits: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async parsingDidStart(request) {
        return async (error) => {
          const refusal = error ? null : refusalOf(request.document!);
          if (!refusal) return;
          const standIn = parse('{ __typename }');
          refusals.set(standIn, refusal);
          (request as { document: DocumentNode }).document = standIn;
        };
      },
      async didResolveOperation({ document }) {
        const refusal = refusals.get(document);
        if (refusal) throw refusal;
      },
    };
  },
};
