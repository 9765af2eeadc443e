import { findMentions, type Mention } from '../names/mentions.ts';
import type { Names } from '../names/names.ts';
import type { PageText } from '../page/read-page.ts';
import { isInstitution, organisationsIn, type Organisation } from './organisations.ts';
import { isPersonName } from './person-names.ts';
import { sortOfWork } from './sorts-of-work.ts';

const searched = 4_000; // UTF-16 code units; who made a work is said at the beginning

/** `published by`, with the name behind it. */
const passive =
  /(?:(?:published|issued|released|produced|prepared|written|developed|compiled|put together|run|conducted|carried out)(?: jointly)? by|(?:herausgegeben|veröffentlicht|verfasst|erstellt)(?: wurde)? von|(?:publi|édit|réalis|rédig|élabor)ée?s? (?:par|conjointement par)|(?:publicad|editad|elaborad|redactad|realizad)[oa]s? (?:por|pel[oa])|(?:pubblicat|redatt|realizzat|curat|edit)[oaie] d(?:a|al|alla|all|ai|alle)|(?:uitgegeven|gepubliceerd|opgesteld|geschreven|samengesteld) door|(?:publicat|elaborat|editat|realizat)ă? de(?: către)?|(?:u?radil|izradil|objavil|izdal|pripremil|sastavil|sprovel)[aioe](?: ga| je| su| ih| ju){0,2}|(?:урадил|израдил|објавил|издал|припремил)[аиое](?: га| је| су){0,2}|wydan[ayeo]? przez|(?:^|\s)(?:lo|la|l[eao]s?) (?:pubblicano|pubblica|publican|publica|publient|publie)|(?:is|ist|est|es|è) (?:een|an?|eine?|une?|una) (?:uitgave|publication|publikation|veröffentlichung|publicación|pubblicazione) (?:van|of|von|der|des|de|di))\s*$/iu;
/** What says it behind the name. */
const active =
  /(?<!\p{L})(?:published|issued|released|produced|compiled|herausgegeben|veröffentlicht|verfasst|herausgebracht|publie|publié|édité|rédigé|publicado|editado|elaborado|pubblicato|realizzato|gepubliceerd|uitgegeven|uitgebracht|publish|publishes|publient|publican|pubblica|pubblicano|veröffentlicht|veröffentlichen|publiceert|publiceren|publică|lansează|objavljuj[eu]|објављуј[еу]|publicat|elaborat|editat|objavil[aio]|izdal[aio]|pripremil[aio]|објавил[аио]|издал[аио]|wydał[ao]?|видал[аио]|izda[lo]|objavi[lo]|prepared|publica|lanzado|lança|pune la dispozi[țţ]ie|stellt)(?!\p{L})/iu;
/** A sentence of its own that begins with it: `Published by …`. */
const opening = new RegExp(`^\\s*${passive.source.replace('\\s*$', '')}`, 'iu');
const joint = /^\.?\s*(?:\([^()]{0,40}\)\s*)?(?:,|and|und|et|y|e|en|și|i|и|oraz|&|with|(?:haben|hat|have|has|ont|han|hanno|hebben|heeft)?\s?(?:gemeinsam |zusammen )?(?:mit der|mit dem|mit|avec|con|met))?\s*(?:the |der |die |das |dem |la |le |el |il |de )?(?:\p{L}{1,12}\s)?["“„]?\s*$/iu; // prettier-ignore

/** The organisations of which a sentence at the beginning says that they made the work. */
export function publishersTold(page: PageText, names: Names): Organisation[] {
  const byTitle = toldIn(page.title, page, names);
  return byTitle.length > 0 ? byTitle : toldIn(page.text.slice(0, searched), page, names);
}

/** `It was written by …` goes on about what was spoken of before. */
const goesOn = /^(?:it|es|sie|er|il|elle|het|ze|lo|la|el|ea|ona|ono|on|она|оно|он)\s/iu;

function toldIn(text: string, page: PageText, names: Names): Organisation[] {
  let mentions: Mention[] | undefined; // looked for where a sentence is on the work
  let isBeforeOnWork = sortOfWork(page.title) !== null;
  let isSpokenOf: boolean = false;
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end);
    const isItself = sortOfWork(sentence) !== null || opening.test(sentence);
    const isOnWork: boolean = isItself || isBeforeOnWork || (isSpokenOf && goesOn.test(sentence.trimStart()));
    isBeforeOnWork = isItself;
    isSpokenOf ||= isOnWork;
    if (!isOnWork) continue;
    mentions ??= findMentions(text, names, { language: page.language, only: 'organisation' }).filter(({ id }) => id !== undefined); // prettier-ignore
    const own = mentions.filter((mention) => mention.start >= start && mention.end <= end);
    const first = own.findIndex((mention) => isMaker(text, mention, start, end));
    if (first >= 0) return together(text, own.slice(first)).map(({ id, text: written }) => ({ value: id!, known: true, text: written })); // prettier-ignore
    const unknown = makersUnknown(sentence);
    if (unknown.length > 0) return unknown.flatMap((name) => organisationsIn(name, names));
  }
  return [];
}

const capital = '["“„«]?\\p{Lu}[\\p{L}\\p{M}\'’.-]*["”“»]?';
const small =
  '(?:of|for|the|and|de|del|des|der|für|und|pour|la|le|les|du|di|da|do|dos|das|per|van|voor|het|za|i|y|e|en|et|para|con|el|los|contra|przeciwko|и|за|з|та)';
const name = `${capital}(?:\\s+(?:${small}\\s+){0,3}${capital}){0,9}`;
const subject = new RegExp(`^(?:(?:The|Die|Der|Das|La|Le|El|Il|Lo|Het|De|O|A)\\s)?(${name})(?:\\s\\([^()]{2,30}\\))?\\s+(?:\\p{Ll}+\\s+){0,3}?(?=${active.source})`, 'u'); // prettier-ignore
const object = new RegExp(
  `${passive.source.replace('\\s*$', '')}\\s+(?:the |der |die |das |dem |la |le |el |il |het |de )?(${name})`,
  'u',
);

/** Names that the catalogue does not know, where they are surely an organisation's. */
function makersUnknown(sentence: string): string[] {
  const found = subject.exec(sentence.slice(0, 300))?.[1] ?? object.exec(sentence.slice(0, 1_000))?.[1];
  if (!found || sortOfWork(found) !== null || found.length < 5) return [];
  const isName = isInstitution(found) || /^["“„«]/.test(found) || found.split(/\s+/).length > 2;
  return isName && !(isPersonName(found) && !isInstitution(found) && found.split(/\s+/).length < 3)
    ? [found.replace(/^["“„«]|["”“»]$/g, '')]
    : [];
}

function isMaker(text: string, mention: Mention, start: number, end: number): boolean {
  const before = text
    .slice(start, mention.start)
    .replace(/(?:\s(?:the|der|die|das|dem|la|le|el|il|lo|l'|de|het))?[\s"“„]*$/iu, ' ');
  if (passive.test(before.trimEnd())) return true;
  return (
    before.trim().length < 25 &&
    !/[,(]/.test(before) &&
    active.test(text.slice(mention.end, Math.min(end, mention.end + 220)))
  );
}

/** An organisation with those that are named together with it. */
function together(text: string, mentions: Mention[]): Mention[] {
  const until = mentions.findIndex(
    (mention, at) => at > 0 && !joint.test(text.slice(mentions[at - 1]!.end, mention.start)),
  );
  return until < 0 ? mentions : mentions.slice(0, until);
}

/** Where sentences begin and end; a full stop behind a capital or a short word ends none. */
function sentences(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const stop of text.matchAll(/(?<![\s.]\p{L}{1,2}|\bvs)[.!?](?=\s+[\p{Lu}"“„])|\n/gu)) {
    if (stop.index > start) found.push({ start, end: stop.index });
    start = stop.index + 1;
  }
  return [...found, { start, end: text.length }];
}
