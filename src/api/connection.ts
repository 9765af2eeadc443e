import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, type ClassType } from 'type-graphql';
import type { CatalogueRecord } from '../model.ts';
import type { Order, Page, Range } from '../projection/page.ts';
import { loadNodes, type Context } from './context.ts';
import { badInput } from './errors.ts';
import { soon, type Soon } from './soon.ts';
import { PageInfo, pageSize, readCursor, writeCursor, type PageArguments } from './paging.ts';

/** What every connection knows: the nodes of its page, and how to count all of them. */
export interface Listed {
  nodes: number[];
  pageInfo: PageInfo;
  count(): number;
  cursorOf(node: number): string;
}

/** An edge with the node's number and the list it belongs to, for fields that only some connections have. */
export interface Edge<List extends Listed = Listed> {
  cursor: string;
  node: CatalogueRecord;
  number: number;
  list: List;
}

/** The range that the arguments of a connection ask for; throws where they contradict each other or are no cursors. */
export function rangeOf({ projection }: Context, args: PageArguments, order: Order, usual = 20): Range {
  const keyOf = (cursor: string | undefined) => {
    if (cursor === undefined) return undefined;
    const [list, ...key] = readCursor(cursor, order.keyLength + 1);
    if (list !== order.name)
      throw badInput(`The cursor ${cursor} belongs to another list or order. Ask again without it.`);
    const node = order.moves && projection.numbers.get(key.at(-1)!);
    return node !== undefined && order.moves!(node) ? order.keyOf(node) : key;
  };
  return { ...pageSize(args, usual), after: keyOf(args.after), before: keyOf(args.before) };
}

/** A page as a connection shows it. */
export function listed(page: Page, order: Order, count: () => number): Listed {
  const cursorOf = (node: number) => writeCursor([order.name, ...order.keyOf(node)]);
  const [first, last] = [page.nodes[0], page.nodes.at(-1)];
  return {
    nodes: page.nodes,
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: first === undefined ? undefined : cursorOf(first),
      endCursor: last === undefined ? undefined : cursorOf(last),
    },
    count,
    cursorOf,
  };
}

/** The edges of a page; what has gone from the graph a moment ago is left out. */
export function edgesOf<List extends Listed>(context: Context, list: List): Soon<Edge<List>[]> {
  const { ids } = context.projection;
  return soon(loadNodes(context, list.nodes), (records) => {
    const places = new Map(list.nodes.map((number) => [ids[number]!, number]));
    return records.map((node) => {
      const number = places.get(node.id)!;
      return { node, number, cursor: list.cursorOf(number), list };
    });
  });
}

/** The types of a Relay connection over a type: its edge, the connection itself, and what resolves their fields. */
export function connectionTypes(type: () => ClassType | Function, name: string, plural: string) {
  @ObjectType(`${name}Edge`, { description: `One of the ${plural} in a list.` })
  class EdgeType {
    @Field(() => String, { description: 'Its place in the list, which it keeps when others come and go.' })
    cursor!: string;

    @Field(type, { description: 'What stands there.' })
    node!: CatalogueRecord;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${plural} (Relay Cursor Connections).` })
  class ConnectionType {
    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }

  @Resolver(() => ConnectionType)
  class ConnectionResolver {
    @FieldResolver(() => [type()], { description: `The ${plural} of this page.` })
    nodes(@Root() { nodes }: Listed, @Ctx() context: Context): Soon<CatalogueRecord[]> {
      return loadNodes(context, nodes);
    }

    @FieldResolver(() => Int, { description: 'How many the whole list has; counted only when asked for.' })
    totalCount(@Root() { count }: Listed): number {
      return count();
    }

    @FieldResolver(() => [EdgeType], { description: `The ${plural} of this page with their cursors.` })
    edges(@Root() list: Listed, @Ctx() context: Context): Soon<Edge[]> {
      return edgesOf(context, list);
    }
  }
  return { EdgeType, ConnectionType, ConnectionResolver };
}
