import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Context } from './context.ts';

type Storage = ReturnType<typeof getMetadataStorage>;
type Handler = Storage['queries'][number] | Storage['fieldResolvers'][number];
type Parameter = NonNullable<Handler['params']>[number];
type Resolve = GraphQLFieldResolver<unknown, Context, Record<string, unknown>>;

/**
 * Lets every field call the method that resolves it, and read a property where there is none. type-graphql checks and
 * converts each argument in a promise of its own; ours need neither, and a list of a hundred names is then a hundred
 * promises less. Fields with anything else about them (middleware, roles, parameters of other sorts) stay as they are.
 */
export function callDirectly(schema: GraphQLSchema): GraphQLSchema {
  const { fieldResolvers, queries, objectTypes, interfaceTypes } = getMetadataStorage();
  const names = new Map([...objectTypes, ...interfaceTypes].map(({ target, name }) => [target as unknown, name]));
  const handlers = new Map<string, Handler>(queries.map((query) => [`Query.${query.schemaName}`, query]));
  for (const handler of fieldResolvers)
    handlers.set(`${names.get(handler.getObjectType?.())}.${handler.schemaName}`, handler);

  const instances = new Map<unknown, object>();
  const instanceOf = (target: Handler['target']) => {
    let instance = instances.get(target);
    if (!instance) instances.set(target, (instance = new (target as new () => object)()));
    return instance;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getMutationType()) continue;
    const owners = [type.name, ...type.getInterfaces().map(({ name }) => name)];
    for (const field of Object.values(type.getFields())) {
      const handler = owners.map((owner) => handlers.get(`${owner}.${field.name}`)).find((known) => known);
      // Without a resolver graphql reads the property itself.
      if (!handler) field.resolve = undefined;
      else if (!('kind' in handler) || handler.kind === 'external')
        field.resolve = resolverOf(handler, instanceOf(handler.target)) ?? field.resolve;
    }
  }
  return schema;
}

function resolverOf({ methodName, params = [], middlewares = [], roles }: Handler, instance: object): Resolve | null {
  const readers = [...params].sort((a, b) => a.index - b.index).map(readerOf);
  if (roles || middlewares.length > 0 || !readers.every((reader) => reader !== null)) return null;
  const method = (instance as Record<string, (...values: unknown[]) => unknown>)[methodName]!;
  return (root, args, context, info) =>
    method.apply(
      instance,
      readers.map((read) => read(root, args, context, info)),
    );
}

/** How a parameter of a method gets its value; null for a sort that is left to type-graphql. */
function readerOf(parameter: Parameter): Resolve | null {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName || parameter.getType ? null : (root) => root;
    case 'context':
      return parameter.propertyName ? null : (_root, _args, context) => context;
    case 'arg':
      return (_root, args) => args[parameter.name];
    case 'args':
      return (_root, args) => args;
    default:
      return null;
  }
}
