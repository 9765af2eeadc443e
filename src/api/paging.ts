import 'reflect-metadata'; // before the first decorator: every file with decorators imports this one or one like it
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { badInput } from './errors.ts';

@ObjectType({ description: 'Where a page stands in the whole list (Relay Cursor Connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True when more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True when some come before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first item of this page.' })
  startCursor?: string;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item of this page.' })
  endCursor?: string;
}

/** The largest page. */
export const largestPage = 100;

/** The arguments that every connection takes. */
@ArgsType()
export abstract class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'So many from the start, or after `after`; 20 by default, at most 100.',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: 'A cursor: only what comes after it.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'So many from the end, or before `before`; at most 100.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'A cursor: only what comes before it.' })
  before?: string;
}

/** Which way a page is read and how long it is; throws where the arguments contradict each other or the limit. */
export function pageSize({ first, last }: PageArguments, usual: number): { size: number; backward: boolean } {
  if (first !== undefined && last !== undefined) throw badInput('Both first and last were given; give one of them.');
  const [name, size] = last !== undefined ? ['last', last] : ['first', first ?? usual];
  if (size < 0 || size > largestPage) throw badInput(`${name}: ${size} is not between 0 and ${largestPage}.`);
  return { size, backward: last !== undefined };
}

/** A cursor holds the sort key of its item, so that it keeps its place when others come and go. */
export const writeCursor = (key: readonly string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key of a cursor this server gave; throws for anything else. */
export function readCursor(cursor: string, parts: number, where = ''): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // Told below.
  }
  throw badInput(
    `${where}${JSON.stringify(cursor.slice(0, 60))} is not a cursor of this list; take one from pageInfo or edges.`,
  );
}
