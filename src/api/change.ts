import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { readChanges, revisionAt, type Change as ChangeRow } from '../graph/history.ts';
import { actions, readRevision, type Action as ActionName } from '../graph/revision.ts';
import { keepAtMost, keepFor } from './answer-notes.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { Node } from './node.ts';
import { PageInfo, pageSize, readCursor, writeCursor } from './paging.ts';
import type { Found } from './resolve-id.ts';
import { soon, type Soon } from './soon.ts';

/** What can be done to an entity, as GraphQL spells it. */
export const Action = Object.fromEntries(actions.map((action) => [action.toUpperCase(), action])) as Record<
  Uppercase<ActionName>,
  ActionName
>;
registerEnumType(Action, {
  name: 'Action',
  description:
    'What a write did to an entity. `LINKED`: only links came or went, because their other end did; `CHECKED`: its ' +
    'addresses died or came back; `RESTORED`: a merge or a withdrawal was undone.',
});

@ObjectType({ description: 'One thing that a write did to one entity.' })
export class Change {
  @Field(() => Int, { description: 'The number of the write.' })
  revision!: number;

  @Field(() => ID, { description: 'The id of the entity at that time.' })
  id!: string;

  @Field(() => Action, { description: 'What was done to it.' })
  action!: ActionName;

  @Field(() => String, { description: 'When, an ISO date and time.' })
  time!: string;

  @Field(() => String, { description: 'Who wrote: the name of a key or a command line.' })
  author!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;
}

@ObjectType({ description: 'A change and its place.' })
export class ChangeEdge {
  @Field(() => String, { description: 'Its place: what comes after it is asked for with `since`.' })
  cursor!: string;

  @Field(() => Change, { description: 'The change.' })
  node!: ChangeRow;
}

@ObjectType({ description: 'Changes of the catalogue, oldest first.' })
export class ChangeConnection {
  @Field(() => [ChangeEdge], { description: 'The changes with their places.' })
  edges!: ChangeEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands; go on with `since: endCursor`.' })
  pageInfo!: PageInfo;
}

@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    description: 'What was done to the catalogue, oldest first: everything, or what came after a point.',
  })
  async changes(
    @Ctx() { store, notes }: Context,
    @Arg('since', () => String, {
      nullable: true,
      description: 'A revision (`"12"`), the cursor of a change, or an ISO date and time: only what came after it.',
    })
    since?: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'So many, at most 100.' }) first?: number,
  ): Promise<ChangeConnection> {
    keepAtMost(notes, keepFor.news);
    const { size } = pageSize({ first }, 20);
    const after = await placeOf(store, since);
    const found = await readChanges(store, after, size + 1);
    const edges = found.slice(0, size).map((node) => ({ node, cursor: placeCursor(node) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: found.length > size,
        hasPreviousPage: after.revision > 0,
        startCursor: edges[0]?.cursor,
        // Not a date that is still to come: who goes on from there would miss what comes until then.
        endCursor: edges.at(-1)?.cursor ?? (since && /^\d{4}-/.test(since) ? placeCursor(after) : since),
      },
    };
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: 'The entity as it is now, or what it was merged into; null when it has gone.',
  })
  entity(@Root() { id }: ChangeRow, @Ctx() { loaders, projection }: Context): Soon<Found | null> {
    const number = projection.numbers.get(id);
    const now = number === undefined ? id : projection.ids[number]!;
    return soon(loaders.record.load(now), (record) =>
      record && now !== id ? { ...record, redirectedFrom: id } : record,
    );
  }
}

@Resolver(() => ChangeConnection)
export class ChangeConnectionResolver {
  @FieldResolver(() => [Change], { description: 'The changes alone.' })
  nodes(@Root() { edges }: ChangeConnection): ChangeRow[] {
    return edges.map(({ node }) => node);
  }
}

const placeCursor = ({ revision, place }: Pick<ChangeRow, 'revision' | 'place'>) =>
  writeCursor([String(revision), String(place)]);

/** The place in the history that `since` names. */
async function placeOf(store: Context['store'], since?: string) {
  const whole = { place: Number.MAX_SAFE_INTEGER };
  if (since === undefined) return { revision: 0, ...whole };
  if (/^\d{1,15}$/.test(since)) return { revision: await notBeyond(store, Number(since)), ...whole };
  if (/^\d{4}-/.test(since)) return { revision: await revisionAt(store, timeOf(since).toISOString()), ...whole };
  const [revision, place] = readCursor(since, 2, 'since: neither a revision nor a date; ').map(Number);
  return { revision: await notBeyond(store, revision!), place: place! };
}

/** A revision that there has been; who has one from before a restore would wait for ever. */
async function notBeyond(store: Context['store'], revision: number): Promise<number> {
  const last = await readRevision(store);
  if (revision > last)
    throw badInput(
      `since: ${revision} is beyond the last revision, ${last}. Read the whole catalogue anew, and go on from there.`,
    );
  return revision;
}

/** An ISO date, or date and time, in UTC where it does not say otherwise. */
function timeOf(since: string): Date {
  const time = new Date(/T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(since) ? `${since}Z` : since);
  const day = /^\d{4}-\d\d-\d\d/.exec(since)?.[0];
  if (Number.isNaN(time.getTime()) || (day && new Date(`${day}T00:00Z`).getUTCDate() !== Number(day.slice(8))))
    throw badInput(`since: ${JSON.stringify(since)} is not a date such as 2026-11-22, or 2026-11-22T10:00Z.`);
  return time;
}
