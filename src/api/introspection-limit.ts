import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context.ts';

/** Values that questions about the schema may have to work out, by the sizes below: a tool asks for 80,000. */
const mostValues = 100_000;

/** What lists of the schema hold, about. */
const listSizes: Record<string, number> = {
  types: 100,
  fields: 5,
  inputFields: 5,
  args: 2,
  enumValues: 2,
  interfaces: 1,
  possibleTypes: 1,
  directives: 8,
};

/** How many values the questions about the schema in an operation come to; counting stops beyond the limit. */
export function introspectionIn(
  { selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  let values = 0;
  let visits = 0;
  function visit({ selections }: SelectionSetNode, times: number, inside: boolean): void {
    for (const selection of selections) {
      if (values > mostValues || ++visits > mostValues) return;
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        visit(fragments.get(selection.name.value)!.selectionSet, times, inside);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet, times, inside);
      else {
        const { value: name } = selection.name;
        const asks = inside || name === '__schema' || name === '__type';
        if (!asks) continue;
        const size = times * (listSizes[name] ?? 1);
        values += size;
        if (selection.selectionSet) visit(selection.selectionSet, size, true);
      }
    }
  }
  visit(selectionSet, 1, false);
  return values;
}

/** Refuses questions about the schema that multiply by their aliases what is long already. */
export const introspectionLimit: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation }) {
        if (!operation || introspectionIn(operation, fragmentsOf(document)) <= mostValues) return;
        throw new GraphQLError(
          'The query asks too much of the schema at once. The whole of it stands at /schema.graphql; or ask for single types by __type(name:).',
          { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } },
        );
      },
    };
  },
};

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
