import { foldText } from '../../fold.ts';
import type { Statement } from './statement.ts';

/** Accounts of a site's software, and words that stand where a name should. */
const noName =
  /^(admin\w*|root|user\w*|web ?master|web ?admin|web ?team|editor\w*|editorial( team| staff)?|redaktion|redaccion|redazione|redactie|redactia|redakcija|author|autor\w*|staff|team|super user|guest|anonymous|anonim\w*|unknown|n a|na|none|null|undefined|default|test\w*|wordpress|joomla|drupal|microsoft office user|user name)$/;

/** Whether a text can be the name of a person or an organisation: no account, address, number or sentence. */
export const isName = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  text.length <= 200 &&
  !/@|https?:|www\.|^\w+\.(com|org|net|eu)$/i.test(text) &&
  !noName.test(foldText(text));

/** Statements on parties as far as they are to be believed: a site writes its own name wherever a name is asked for. */
export function weighed(statements: Statement[], sites: string[]): Statement[] {
  const folded = new Set(sites.map(foldText));
  return statements
    .filter(({ field, value }) => !(field === 'authors' && folded.has(foldText(value))))
    .map((statement) =>
      statement.field === 'publishers' && statement.from !== 'citation' && folded.has(foldText(statement.value))
        ? { ...statement, confidence: Math.min(statement.confidence, 0.5) }
        : statement,
    );
}
