import type { ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { roles, type Role } from '../keys/key-entry.ts';
import type { KeyHolder } from '../keys/keyring.ts';
import { keepAtMost, keepFor } from './answer-notes.ts';
import type { Context } from './context.ts';
import { forbidden, unauthenticated } from './errors.ts';

/**
 * Lets nobody do what needs a key who has none. Which role a field at the root needs stands beside it, as
 * `@Extensions({ role })`, and as `admin` the argument that only an admin may give as true; a mutation that says nothing needs
 * an admin's. Nothing is carried out of a question of which
 * one field is refused, and a key is looked at only where one is needed: reading costs no check of keys.
 */
export const access: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        const asked = operation ? fieldsAtRoot(document, operation.selectionSet) : [];
        const role = operation ? roleNeeded(schema, operation, asked) : null;
        if (role === null) return;
        keepAtMost(contextValue.notes, keepFor.nothing);
        const holder = await contextValue.authenticate();
        mustBe(holder, role, 'This');
        const forAdmins = argumentForAdmins(schema, operation!, asked, request.variables);
        if (forAdmins !== null) mustBe(holder, 'admin', `${forAdmins}: true`);
        contextValue.holder = holder;
      },
    };
  },
};

/** Whose key the request came with; throws where that was not found out: no resolver that writes can do without. */
export function holderOf({ holder }: Context): KeyHolder {
  if (!holder) throw unauthenticated('This needs a key.');
  return holder;
}

/** Throws where the holder of a key may not do `what`. */
export function mustBe(holder: KeyHolder, role: Role, what: string): void {
  if (roles.indexOf(holder.role) >= roles.indexOf(role)) return;
  const key = `the key of ${holder.name} is a ${holder.role}'s`;
  throw forbidden(`${what} needs the key of an ${role}; ${key}. Ask an ${role} to do it.`);
}

const definitionsOf = (schema: GraphQLSchema, { operation }: OperationDefinitionNode) =>
  schema.getRootType(operation)?.getFields() ?? {};

/** The highest role that the fields at the root of an operation need; null where they need none. */
function roleNeeded(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  asked: readonly FieldNode[],
): Role | null {
  const fields = definitionsOf(schema, operation);
  const usual: Role | null = operation.operation === 'query' ? null : 'admin';
  const needed = asked
    .filter(({ name }) => Object.hasOwn(fields, name.value)) // else `__typename`
    .map(({ name }) => (fields[name.value]!.extensions.role as Role | undefined) ?? usual);
  return roles.findLast((role) => needed.includes(role)) ?? null;
}

/** The name of an argument that is given as true at the root of an operation and that only an admin may give so; null for none. */
function argumentForAdmins(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  asked: readonly FieldNode[],
  given: Record<string, unknown> = {},
): string | null {
  const fields = definitionsOf(schema, operation);
  const usual = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  const variables = { ...Object.fromEntries(usual), ...given };
  for (const { name, arguments: args = [] } of asked) {
    const guarded = Object.hasOwn(fields, name.value) ? fields[name.value]!.extensions.admin : undefined;
    const found = args.find((argument) => argument.name.value === guarded);
    if (found && valueFromASTUntyped(found.value, variables) === true) return found.name.value;
  }
  return null;
}

/** The fields of a selection, those in fragments included. */
function fieldsAtRoot(document: DocumentNode, { selections }: SelectionSetNode, seen = new Set<string>()): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(document, selection.name.value, seen);
    return inner ? fieldsAtRoot(document, inner.selectionSet, seen) : [];
  });
}

/** A fragment, the first time it is asked for. */
function fragmentOf(document: DocumentNode, name: string, seen: Set<string>) {
  if (seen.has(name)) return undefined;
  seen.add(name);
  return document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  ) as { selectionSet: SelectionSetNode } | undefined;
}
