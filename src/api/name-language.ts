import { Arg } from 'type-graphql';

/** The argument of every name that has translations. */
export const NameLanguage = () =>
  Arg('language', () => String, {
    nullable: true,
    description: 'A BCP 47 tag; its own name where there is none in it.',
  });
