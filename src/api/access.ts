import type { ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  type DocumentNode,
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
 * `@Extensions({ role })`; a mutation that says nothing needs an admin's. Nothing is carried out of a question of which
 * one field is refused, and a key is looked at only where one is needed: reading costs no check of keys.
 */
export const access: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    return {
      async didResolveOperation({ schema, document, operation }) {
        const role = operation ? roleNeeded(schema, document, operation) : null;
        if (role === null) return;
        keepAtMost(contextValue.notes, keepFor.nothing);
        const holder = await contextValue.authenticate();
        mustBe(holder, role, 'This');
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

/** The highest role that the fields at the root of an operation need; null where they need none. */
function roleNeeded(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Role | null {
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const usual: Role | null = operation.operation === 'query' ? null : 'admin';
  const needed = [...namesAtRoot(document, operation.selectionSet)]
    .filter((name) => Object.hasOwn(fields, name)) // else `__typename`
    .map((name) => (fields[name]!.extensions.role as Role | undefined) ?? usual);
  return roles.findLast((role) => needed.includes(role)) ?? null;
}

/** The names of the fields of a selection, those in fragments included. */
function namesAtRoot(document: DocumentNode, { selections }: SelectionSetNode, seen = new Set<string>()): Set<string> {
  const names = new Set<string>();
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      names.add(selection.name.value);
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(document, selection.name.value, seen);
    if (inner) for (const name of namesAtRoot(document, inner.selectionSet, seen)) names.add(name);
  }
  return names;
}

/** A fragment, the first time it is asked for. */
function fragmentOf(document: DocumentNode, name: string, seen: Set<string>) {
  if (seen.has(name)) return undefined;
  seen.add(name);
  return document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  ) as { selectionSet: SelectionSetNode } | undefined;
}
