import 'reflect-metadata'; // before the first decorator: every file with decorators imports this one or one like it
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What an address can be, as GraphQL spells it. */
export const LinkStatus = {
  ALIVE: 'alive',
  MOVED: 'moved',
  DEAD: 'dead',
  UNREACHABLE: 'unreachable',
  REFUSED: 'refused',
} as const;
registerEnumType(LinkStatus, {
  name: 'LinkStatus',
  description:
    'What was found at an address: `MOVED` for good, `DEAD`, `UNREACHABLE` for now, or `REFUSED`, where the site does not let us tell.',
});

@ObjectType({ description: 'What was found at an address when it was last looked at.' })
export class LinkCheck {
  @Field(() => String, { description: 'The address.' })
  url!: string;

  @Field(() => LinkStatus, { description: 'What was found.' })
  status!: (typeof LinkStatus)[keyof typeof LinkStatus];

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the last answer, such as 404.' })
  httpStatus?: number;

  @Field(() => String, { nullable: true, description: 'Where it has moved for good.' })
  movedTo?: string;

  @Field(() => String, { nullable: true, description: 'Why it is held to be so, in words.' })
  reason?: string;

  @Field(() => String, { description: 'When it was looked at, an ISO date and time.' })
  checkedAt!: string;

  @Field(() => String, { nullable: true, description: 'The address of an archived copy.' })
  archived?: string;
}
