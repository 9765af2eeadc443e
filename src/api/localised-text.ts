import 'reflect-metadata'; // before the first decorator: every file with decorators imports this one or one like it
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A name in one language.' })
export class LocalisedText {
  @Field(() => String, { description: 'A BCP 47 tag; `und` where the language is not known.' })
  language!: string;

  @Field(() => String, { description: 'The name.' })
  text!: string;
}
