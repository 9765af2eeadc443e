import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A question that takes a text as its variable `text` in one place. */
export interface Question {
  place: string;
  query: string;
}

/** What stands for a required argument that is not the one in question. */
const usual: Record<string, string> = {
  Int: '1',
  ID: '"publication/brief"',
  String: '"x"',
  Boolean: 'false',
  JSON: '{}',
};
const textual = new Set(['String', 'ID', 'JSON']);

/** A question for each place in the schema where a text goes in: arguments at the root and of entities, and fields of filters. */
export function questionsOf(
  schema: GraphQLSchema,
  roots: ('query' | 'mutation')[],
  entities: Record<string, string>,
): Question[] {
  const atRoot = roots.flatMap((root) => {
    const type = schema.getRootType(root as never)!;
    return Object.values(type.getFields()).flatMap((field) =>
      placesIn(field).map(({ name, written }) => ({
        place: `${type.name}.${field.name}(${name})`,
        query: `${root} ($text: ${wanted(field, name)}) { ${written} }`,
      })),
    );
  });
  const inEntities = Object.entries(entities).flatMap(([typeName, id]) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
    return Object.values(type.getFields()).flatMap((field) =>
      placesIn(field).map(({ name, written }) => ({
        place: `${typeName}.${field.name}(${name})`,
        query: `query ($text: ${wanted(field, name)}) { node(id: "${id}") { ... on ${typeName} { ${written} } } }`,
      })),
    );
  });
  return [...atRoot, ...inEntities];
}

function placesIn(field: GraphQLField<unknown, unknown>): { name: string; written: string }[] {
  return field.args.flatMap((argument) =>
    pathsTo(argument.type).map((path) => {
      const others = field.args.filter(
        (other) => other !== argument && isNonNullType(other.type) && other.defaultValue === undefined,
      );
      const given = [
        `${argument.name}: ${written(argument.type, path)}`,
        ...others.map((other) => `${other.name}: ${any(other.type)}`),
      ];
      return {
        name: [argument.name, ...path].join('.'),
        written: `${field.name}(${given.join(', ')})${selection(field)}`,
      };
    }),
  );
}

/** The ways through an input type to the texts in it, one level deep: filters in filters are the same again. */
function pathsTo(type: GraphQLInputType): string[][] {
  const named = getNamedType(type);
  if (isInputObjectType(named))
    return Object.values(named.getFields())
      .filter((field) => textual.has(getNamedType(field.type).name))
      .map(({ name }) => [name]);
  return textual.has(named.name) ? [[]] : [];
}

const written = (type: GraphQLInputType, path: string[]): string => {
  const [name] = path;
  const named = getNamedType(type);
  if (name === undefined || !isInputObjectType(named)) return isList(type) ? '[$text]' : '$text';
  const inner = named.getFields()[name]!.type;
  const others = Object.values(named.getFields()).filter((field) => field.name !== name && isNonNullType(field.type));
  return `{ ${[`${name}: ${isList(inner) ? '[$text]' : '$text'}`, ...others.map((field) => `${field.name}: ${any(field.type)}`)].join(', ')} }`;
};

const isList = (type: GraphQLInputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** The type of the variable: that of the place itself. */
function wanted(field: GraphQLField<unknown, unknown>, name: string): string {
  const [first, inner] = name.split('.');
  const argument = field.args.find((one) => one.name === first) as GraphQLArgument;
  const named = getNamedType(argument.type);
  const type = inner && isInputObjectType(named) ? named.getFields()[inner]!.type : argument.type;
  return `${getNamedType(type).name}!`;
}

function any(type: GraphQLInputType): string {
  const named = getNamedType(type);
  const value = isEnumType(named) ? named.getValues()[0]!.name : isInputObjectType(named) ? '{}' : usual[named.name]!;
  return isList(type) ? `[${value}]` : value;
}

/** What is asked of an answer: its plain fields, so that it is really worked out. */
function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!isObjectType(type) && !isInterfaceType(type)) return ' { __typename }';
  const fields = Object.values(type.getFields());
  const plain = fields.filter(({ args, type: inner }) => args.length === 0 && isLeafType(getNamedType(inner)));
  const nodes = fields.find(({ name }) => name === 'nodes') ? ' nodes { __typename }' : '';
  return ` { __typename ${plain.map(({ name }) => name).join(' ')}${nodes} }`;
}
