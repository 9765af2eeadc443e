import { Arg } from 'type-graphql';

/** How a name is chosen by language, as it is told wherever one can be asked for. */
export const languageRule =
  'A BCP 47 tag, such as `sr-Latn-RS`. Where there is no name in it, the one in the tag without its last part is given ' +
  '(`sr-Latn`, then `sr`), else in another script or region of it (`sr-Cyrl`), else its own name: as it stands on the work, or as a body calls itself; ' +
  'of themes and countries the English one.';

/** The argument of every name that has translations. */
export const NameLanguage = () =>
  Arg('language', () => String, {
    nullable: true,
    description: languageRule,
  });
