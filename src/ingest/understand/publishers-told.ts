import { findMentions, type Mention } from '../names/mentions.ts';
import type { Names } from '../names/names.ts';
import type { PageText } from '../page/read-page.ts';
import { isInstitution, organisationsIn, type Organisation } from './organisations.ts';
import { isPersonName, personsIn } from './person-names.ts';
import {
  active,
  byBefore,
  hasWork,
  isAttributed,
  isOnFindings,
  isOnShared,
  madeBehind,
  passive,
  withoutDescriptor,
} from './signs-of-makers.ts';
import { sortOfWork } from './sorts-of-work.ts';

const searched = 4_000; // UTF-16 code units; who made a work is said at the beginning

/** A sentence of its own that begins with it: `Published by …`. */
const opening = new RegExp(`^\\s*${passive.source.replace('\\s*$', '')}`, 'iu');
const joint = /^\.?\s*(?:\([^()]{0,40}\)\s*)?(?:,|and|und|et|y|e|en|și|i|и|oraz|&|with|(?:haben|hat|have|has|ont|han|hanno|hebben|heeft)?\s?(?:gemeinsam |zusammen )?(?:mit der|mit dem|mit|avec|con|met))?\s*(?:the |der |die |das |dem |la |le |el |il |de )?(?:\p{L}{1,12}\s)?(?:\p{L}{1,4}[’'])?["“„]?\s*$/iu; // prettier-ignore

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
  const isLetter = sortOfWork(page.title) === 'newsletter'; // it tells of what others made
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end);
    if (isLetter && sortOfWork(sentence) !== 'newsletter') continue;
    const isItself = sortOfWork(sentence) !== null || opening.test(sentence) || isOnShared(sentence) || isOnFindings(sentence); // prettier-ignore
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
const anyName = new RegExp(`(?<![\\p{L}’'-])${name}`, 'gu');
const object = new RegExp(
  `${passive.source.replace('\\s*$', '')}\\s+(?:the |der |die |das |dem |la |le |el |il |het |de )?(${name})`,
  'u',
);

/** Names that the catalogue does not know, where they are surely an organisation's. */
function makersUnknown(sentence: string): string[] {
  const begin = sentence.slice(0, 300);
  const found = subject.exec(begin)?.[1] ?? object.exec(sentence.slice(0, 1_000))?.[1] ?? attributedTo(begin);
  if (!found || sortOfWork(found) !== null || found.length < 5) return [];
  if (!isInstitution(found) && personsIn(found).length > 1) return [];
  const isName = isInstitution(found) || /^["“„«]/.test(found) || (found.split(/\s+/).length > 2 && !isPersonName(found)); // prettier-ignore
  return isName ? [found.replace(/^["“„«]|["”“»]$/g, '')] : [];
}

const isBody = (text: string) => isInstitution(text) || /\bFoundation\b|\bTrust\b/.test(text);

/** `A briefing paper by the Harbour Street Foundation`: an institution's name that a sentence on a work goes to. */
function attributedTo(sentence: string): string | undefined {
  if (!isBody(sentence)) return undefined; // most sentences name none
  for (const { 0: found, index } of sentence.matchAll(anyName))
    if (isBody(found) && isMadeBy(sentence, index, index + found.length)) return found;
  return undefined;
}

/** Whether the words around a name of a sentence on a work say that it is theirs. */
function isMadeBy(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(0, start);
  const bare = before.replace(/(?:\s(?:the|der|die|das|dem|la|le|el|il|lo|l['’]|de|het))?[\s"“„]*$/iu, ' ').trimEnd();
  return (
    (byBefore.test(bare) && madeBehind.test(sentence.slice(end, end + 100))) ||
    isAttributed(before) ||
    (before.trim().length < 25 && !/[,(]/.test(before) && hasWork(sentence.slice(end, end + 80)))
  );
}

function isMaker(text: string, mention: Mention, start: number, end: number): boolean {
  const before = text.slice(start, mention.start);
  const bare = before.replace(/(?:\s(?:the|der|die|das|dem|la|le|el|il|lo|l['’]|de|het))?[\s"“„]*$/iu, ' ');
  if (passive.test(before.trimEnd()) || passive.test(withoutDescriptor(bare.trimEnd()).trimEnd())) return true;
  if (isMadeBy(text.slice(start, end), mention.start - start, mention.end - start)) return true;
  return (
    bare.trim().length < 25 &&
    !/[,(]/.test(bare) &&
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
