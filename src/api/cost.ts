import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import {
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context.ts';
import { largestPage } from './paging.ts';

/** What one request may ask. */
export const limits = {
  /** Values that may have to be worked out, by the size of the pages asked for. */
  cost: 20_000,
  /** Fields inside one another. */
  depth: 14,
  /** What a list that is not paged is taken to hold. */
  listSize: 10,
  /** Objects that all lists of one answer may really hold: some lists are far longer than they are taken to be. */
  objects: 20_000,
};

export interface Cost {
  cost: number;
  depth: number;
}

/**
 * What an operation with these variables (their defaults filled in) would cost: one for each field of each object that
 * its pages may hold, more for what goes through the catalogue. A page is as long as `first` or `last` says, a list of
 * ids as long as it is, any other list `limits.listSize`. Introspection costs nothing here: it has a limit of its own.
 */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Record<string, unknown> = {},
): Cost {
  const total: Cost = { cost: 0, depth: 0 };
  let visits = 0;

  function visit(
    selections: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
    times: number,
    depth: number,
    page = 1,
  ): void {
    // What is too large already need not be counted to its end: that could take as long as the query itself.
    if (total.cost > limits.cost || total.depth > limits.depth) return;
    for (const selection of selections.selections) {
      // Fragments inside fragments can double the work with every line although nothing in them costs anything.
      if (++visits > limits.cost) total.cost = limits.cost + 1;
      if (total.cost > limits.cost) return;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const { typeCondition, selectionSet } = fragments.get(selection.name.value)!;
        visit(selectionSet, schema.getType(typeCondition.name.value), times, depth, page);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition, selectionSet } = selection;
        visit(selectionSet, typeCondition ? schema.getType(typeCondition.name.value) : parent, times, depth, page);
      } else visitField(selection, parent, times, depth, page);
    }
  }

  /** `page` is how long the page is of the connection that the field stands in. */
  function visitField(
    node: FieldNode,
    parent: GraphQLNamedType | undefined,
    times: number,
    depth: number,
    page: number,
  ): void {
    if (node.name.value.startsWith('__')) return;
    total.cost += times * ((ownCosts[node.name.value] ?? 1) + textCost * textsIn(node, variables));
    total.depth = Math.max(total.depth, depth);
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!node.selectionSet || !field) return;
    const type = getNamedType(field.type);
    const isConnection = type.name.endsWith('Connection');
    const asked = pageOf(node, variables) ?? usualPages[node.name.value] ?? (isConnection ? usualPage : undefined);
    // What else a connection has, such as its facets, is worked out once for all of its page.
    if (isConnection) return visit(node.selectionSet, type, times, depth + 1, asked);
    const isPage = parent!.name.endsWith('Connection') && ['nodes', 'edges'].includes(node.name.value);
    const list = isListType(getNullableType(field.type)) ? limits.listSize : 1;
    visit(node.selectionSet, type, times * (isPage ? page : (asked ?? list)), depth + 1);
  }

  const root = schema.getRootType(operation.operation) ?? undefined;
  visit(operation.selectionSet, root, 1, 1);
  return total;
}

/** Fields for which much of the catalogue is gone through, or written, and what each costs instead of one. */
const ownCosts: Record<string, number> = {
  search: 1_000,
  suggest: 500,
  path: 500,
  neighbourhood: 500,
  counts: 250,
  facets: 250,
  // A write takes its turn behind all others: a request has room for some, not for hundreds.
  importRecords: 5_000,
  ingestPage: 5_000,
  decide: 500,
  reopen: 500,
  merge: 500,
  withdraw: 500,
  undo: 500,
};
/** What each text in a filter costs. */
const textCost = 1_000;

/** How many texts are searched for by the filter of a field. */
function textsIn({ arguments: given = [] }: FieldNode, variables: Record<string, unknown>): number {
  const filter = given.find(({ name }) => name.value === 'filter');
  if (!filter) return 0;
  const count = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + count(part), 0);
    if (typeof value !== 'object' || value === null) return 0;
    const own = 'text' in value && typeof value.text === 'string' ? 1 : 0;
    return own + count(Object.values(value).filter((part) => typeof part === 'object'));
  };
  return count(valueFromASTUntyped(filter.value, variables));
}

/** The pages of fields that have one when nobody asks for another. */
const usualPages: Record<string, number> = { related: 6, history: 10, suggest: 10, facets: 10, connected: 10 };
/** That of every other connection. */
const usualPage = 20;

/** How many objects the arguments of a field ask for; undefined when they do not say. */
function pageOf({ arguments: given = [] }: FieldNode, variables: Record<string, unknown>): number | undefined {
  const sizes = given.flatMap((argument) => {
    const value = valueFromASTUntyped(argument.value, variables) as unknown;
    if (value === undefined || value === null) return []; // the same as left out
    if (['first', 'last'].includes(argument.name.value)) return Math.min(Math.max(Number(value), 1), largestPage);
    return argument.name.value === 'ids' && Array.isArray(value) ? value.length : [];
  });
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

/** Counts what the lists of one answer really hold; throws when it becomes too much. Gives the list back. */
export function spend<Item>(context: Context, list: Item[]): Item[] {
  context.objects += list.length;
  if (context.objects > limits.objects)
    throw refused(`The answer would hold more than ${limits.objects} objects. Ask for fewer lists inside lists.`);
  return list;
}

/** Refuses what would cost too much before any of it is done, and tells every other request what it cost. */
export const costLimit: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    let cost: Cost | undefined;
    return {
      async didResolveOperation(request) {
        if (!request.operation) return; // none of that name: graphql says so afterwards
        cost = costOfRequest(request, request.operation);
        const { cost: asked, depth } = cost;
        if (depth > limits.depth)
          throw refused(
            `The query goes more than ${limits.depth} fields deep. Ask in two steps: ids first, then nodes(ids:).`,
          );
        if (asked > limits.cost)
          throw refused(
            `The query may cost more than ${limits.cost}. Ask for smaller pages (first:), fewer lists inside lists, or in two steps: ids first, then nodes(ids:).`,
          );
        await request.contextValue.charge(asked);
      },
      async willSendResponse({ response: { body } }) {
        if (!cost || body.kind !== 'single') return;
        body.singleResult.extensions = {
          ...body.singleResult.extensions,
          cost: { requested: cost.cost, budget: limits.cost, depth: cost.depth },
        };
      },
    };
  },
};

function costOfRequest(
  { schema, document, request }: GraphQLRequestContextDidResolveOperation<Context>,
  operation: OperationDefinitionNode,
): Cost {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  // What does not fit its type is refused afterwards, with its own message.
  const { variableDefinitions = [] } = operation;
  const { coerced = {} } = getVariableValues(schema, variableDefinitions, request.variables ?? {}, { maxErrors: 1 });
  return costOf(schema, operation, byName, coerced);
}

const refused = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } });
