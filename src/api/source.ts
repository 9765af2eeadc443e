import 'reflect-metadata'; // before the first decorator: every file with decorators imports this one or one like it
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a record or a statement comes from, and whether anybody has seen it there.' })
export class Source {
  @Field(() => String, { nullable: true, description: 'The page it was found on.' })
  url?: string;

  @Field(() => String, { nullable: true, description: 'The file or data set it was found in, where there is no page.' })
  file?: string;

  @Field(() => String, {
    nullable: true,
    description: '`ingest` where no person has read it there, but this program.',
  })
  readBy?: string;

  @Field(() => String, { nullable: true, description: 'When it was retrieved, an ISO date.' })
  retrieved?: string;

  @Field(() => String, { nullable: true, description: 'The licence of the source.' })
  licence?: string;

  @Field(() => Boolean, { description: 'False for what is known from memory, by rule or from a listing alone.' })
  verified!: boolean;

  @Field(() => [String], { nullable: true, description: 'Fields that are doubtful although the record is verified.' })
  unverifiedFields?: string[];

  @Field(() => String, { nullable: true, description: 'A remark of the curators.' })
  note?: string;
}
