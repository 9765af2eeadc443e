import { getArgumentValues, getVariableValues, Kind } from 'graphql';
import type { Asked } from '../api/answer-notes.ts';
import { Problem } from './responses.ts';
import {
  isLeaf,
  isList,
  selectionReader,
  within,
  type AskedField,
  type AskedFields,
  type Selection,
} from './selection.ts';

/** A column of a table: what it is called, and where its values stand in a row. */
export interface Column {
  name: string;
  path: (string | number)[];
}

/** How an answer becomes a table. */
export interface TableShape {
  /** What the list is, in a word. */
  name: string;
  /** Where the list of rows stands in the data. */
  rows: string[];
  columns: Column[];
  /** Where the answer tells of its next page, and the variable that asks for it; null where the question does not say. */
  paging: { hasNextPage: string[]; endCursor: string[]; variable: string | null } | null;
}

/** A list of objects in a question, with what stands around it. */
interface Place {
  path: string[];
  fields: AskedFields;
  siblings: Map<string, AskedFields>;
  /** The field that the list stands in; undefined at the root. */
  around: AskedField | undefined;
}

/**
 * The table that a question asks for: the one list in it gives the rows, every value asked for inside that list a
 * column. Read from the question, not from an answer, so that empty lists have their columns too. Throws a `Problem`
 * where there is no list, or more than one.
 */
export function tableShape(asked: Asked, given: Record<string, unknown>): TableShape {
  const { schema, operation } = asked;
  const { coerced: variables = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const fieldsOf = selectionReader(asked, variables);

  /** The outermost lists of objects below a selection. */
  function listsIn(selections: Selection[], path: string[], around?: AskedField): Place[] {
    const siblings = fieldsOf(selections);
    return [...siblings].flatMap(([key, fields]) => {
      if (isLeaf(fields[0])) return [];
      const at = [...path, key];
      return isList(fields[0]) ? [{ path: at, fields, siblings, around }] : listsIn(within(fields), at, fields[0]);
    });
  }

  /** The values below a selection; `names` are those of the fields on the way that a reader needs to know. */
  function columnsIn(selections: Selection[], names: string[], path: Column['path']): Column[] {
    return [...fieldsOf(selections)].flatMap(([key, fields]): Column[] => {
      const at = [...path, key];
      if (!isLeaf(fields[0])) return columnsIn(within(fields), isShell(fields[0]) ? names : [...names, key], at);
      if (!isCounted(fields[0])) return [{ name: [...names, key].join('.'), path: at }];
      return dimensions().map((dimension, place) => ({ name: dimension.toLowerCase(), path: [...at, place] }));
    });
  }

  /** What counts are counted by: each is a column of its own. */
  function dimensions(): string[] {
    const [{ field, node }] = place.fields;
    return getArgumentValues(field!, node, variables).by as string[];
  }

  const root = { type: schema.getRootType(operation.operation)!, set: operation.selectionSet };
  const place = onlyOne(listsIn([root], []));
  const columns = withClearNames(columnsIn(within(place.fields), [], []));
  const name = place.path.findLast((key) => !['nodes', 'edges'].includes(key)) ?? 'table';

  const pageInfo = fieldNamed(place.siblings, 'pageInfo');
  const inside = fieldsOf(within(pageInfo?.[1] ?? []));
  const [hasNextPage, endCursor] = [fieldNamed(inside, 'hasNextPage'), fieldNamed(inside, 'endCursor')];
  if (!pageInfo || !hasNextPage || !endCursor) return { name, rows: place.path, columns, paging: null };
  const at = (key: string) => [...place.path.slice(0, -1), pageInfo[0], key];
  const paging = { hasNextPage: at(hasNextPage[0]), endCursor: at(endCursor[0]), variable: variableOf(place.around) };
  return { name, rows: place.path, columns, paging };
}

function onlyOne(lists: Place[]): Place {
  const [place] = lists;
  if (!place)
    throw new Problem(400, 'There is no list in the query to make a table of; ask for one, such as publications.');
  if (lists.length === 1) return place;
  const names = lists.map(({ path }) => path.join('.')).join(' and ');
  throw new Problem(400, `A table is made of one list; the query has ${names}. Ask for one of them.`);
}

const fieldNamed = (fields: Map<string, AskedFields>, name: string) =>
  [...fields].find(([, [asked]]) => asked.node.name.value === name);

/** Fields that only hold others together: a column need not name them. */
const isShell = ({ parent, node }: AskedField) =>
  (parent.name.endsWith('Edge') && node.name.value === 'node') ||
  (parent.name.endsWith('Connection') && ['nodes', 'edges'].includes(node.name.value));

const isCounted = ({ parent, node }: AskedField) => parent.name === 'Count' && node.name.value === 'values';

/** Whole paths where short names would be the same. */
const withClearNames = (columns: Column[]): Column[] =>
  columns.map(({ name, path }) => {
    const isClear = columns.filter((other) => other.name === name).length === 1;
    return { name: isClear ? name : path.join('.'), path };
  });

/** The variable that says after which item a connection goes on. */
function variableOf(connection: AskedField | undefined): string | null {
  const after = connection?.node.arguments?.find(({ name }) => ['after', 'since'].includes(name.value));
  return after?.value.kind === Kind.VARIABLE ? after.value.name.value : null;
}
