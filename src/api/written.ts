import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CatalogueRecord } from '../model.ts';
import type { Context } from './context.ts';
import { Node } from './node.ts';

@ObjectType({ description: 'What a write has done to one entity.' })
export class Written {
  @Field(() => Int, { description: 'The revision of the catalogue that this answer sees: the write is in it.' })
  revision!: number;

  @Field(() => ID, { description: 'The id that was written to.' })
  id!: string;

  @Field(() => Node, {
    nullable: true,
    description: 'What the id stands for from now on; null where it stands for nothing any more.',
  })
  entity!: CatalogueRecord | null;
}

/** What is to be told of a write to one entity. */
export async function tellWritten({ projection, loaders }: Context, id: string, now = id): Promise<Written> {
  return { revision: projection.revision, id, entity: await loaders.record.load(now) };
}
