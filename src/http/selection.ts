import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  getNullableType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import type { Asked } from '../api/answer-notes.ts';

/** What is asked of objects of a type. */
export interface Selection {
  type: GraphQLNamedType;
  set: SelectionSetNode;
}

/** One field of a selection. `__typename` has no definition. */
export interface AskedField {
  node: FieldNode;
  parent: GraphQLNamedType;
  field: GraphQLField<unknown, unknown> | undefined;
}

/** The fields asked for under one name; more than one where fragments ask for the same. */
export type AskedFields = [AskedField, ...AskedField[]];

/** Reads the fields of selections by the names they have in the answer: fragments opened, what is left out left out. */
export function selectionReader({ schema, fragments }: Asked, variables: Record<string, unknown>) {
  const isLeftOut = (node: Parameters<typeof getDirectiveValues>[1]) =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;

  return function fieldsOf(selections: readonly Selection[]): Map<string, AskedFields> {
    const found = new Map<string, AskedFields>();
    const visit = ({ type, set }: Selection): void => {
      for (const node of set.selections) {
        if (isLeftOut(node)) continue;
        if (node.kind === Kind.FIELD) {
          const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
          const asked = { node, parent: type, field: fields[node.name.value] };
          const key = node.alias?.value ?? node.name.value;
          found.set(key, [...(found.get(key) ?? []), asked] as AskedFields);
        } else {
          const part = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)! : node;
          const on = part.typeCondition && schema.getType(part.typeCondition.name.value);
          visit({ type: on ?? type, set: part.selectionSet });
        }
      }
    };
    for (const selection of selections) visit(selection);
    return found;
  };
}

/** What is asked inside fields. */
export const within = (fields: readonly AskedField[]): Selection[] =>
  fields.flatMap(({ field, node }) =>
    field && node.selectionSet ? [{ type: getNamedType(field.type), set: node.selectionSet }] : [],
  );

export const isLeaf = ({ field }: AskedField): boolean => !field || isLeafType(getNamedType(field.type));

export const isList = ({ field }: AskedField): boolean =>
  field !== undefined && isListType(getNullableType(field.type));
