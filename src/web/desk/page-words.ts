import { deskWords, filled } from '../../shown/desk-words.ts';
import { nameOfField, nameOfOne } from './bench.ts';
import type { Sheet } from './draft.ts';
import { element, foreign } from './element.ts';
import { keptPassages, linesOf, spotOf, type Run, type Spot } from './passages.ts';

/** The page beside its draft. */
export interface PageWords {
  element: HTMLElement;
  /** For each piece of evidence that is to be seen in it: goes there. */
  show: Map<number, () => void>;
}

/**
 * The words of a page with its evidence marked, each mark with the name of its field as a way back to the draft. Of a
 * page that is not there itself, the passages that are kept of it.
 */
export function pageWords(sheet: Sheet, goTo: (place: number) => void): PageWords {
  const { draft, words } = sheet;
  const marks = new Map<number, HTMLElement>();
  const nameOf = (place: number) => nameOfOne(draft.evidence[place]!.field);

  function marked({ text, of, begins }: Run): Node | string {
    if (of.length === 0) return text;
    const mark = element('mark', { tabindex: '-1' }, begins.map(tagOf), text);
    for (const place of of) if (!marks.has(place)) marks.set(place, mark);
    return mark;
  }
  function tagOf(place: number): HTMLElement {
    const label = filled(deskWords.toField, `${nameOf(place)}, ${draft.evidence[place]!.value}`);
    return element('button', { type: 'button', class: 'tag', 'aria-label': label, onclick: () => goTo(place) }, nameOf(place)); // prettier-ignore
  }
  /** A passage by itself, with all that it is evidence of. */
  const passage = ({ of, from, text }: { of: number[]; from: string; text: string }): HTMLElement =>
    element('li', {}, marked({ text, of, begins: of }), element('small', {}, ` ${deskWords.from[from] ?? from}`));
  const passages = (some: ReturnType<typeof keptPassages>): HTMLElement =>
    element('ul', { class: 'passages', ...languageOf(sheet) }, ...some.map(passage));

  const spots = draft.evidence.map((one) => words && spotOf(one, words));
  const within = (part: Spot['in']) =>
    spots.flatMap((spot, place) => (spot?.in === part ? [[place, spot] as const] : []));
  const kept = keptPassages(draft.evidence).map((one) => ({ ...one, of: one.of.filter((place) => !spots[place]) }));
  const rest = kept.filter(({ of, text }) => of.length > 0 && text !== '');
  const paragraph = (line: Run[]) => element('p', { dir: 'auto' }, ...line.map(marked));
  const whole = words && [
    element('p', { class: 'hint' }, deskWords.wordsWhole),
    element(
      'div',
      { class: 'words', tabindex: '0', role: 'region', 'aria-label': deskWords.words, ...languageOf(sheet) },
      element('p', { class: 'words-title', dir: 'auto' }, ...linesOf(words.title, within('title')).flat().map(marked)),
      ...linesOf(words.text, within('text'))
        .filter((line) => line.length > 0)
        .map(paragraph),
    ),
    rest.length > 0 && element('h4', {}, deskWords.elsewhere),
  ];
  const made = element(
    'div',
    {},
    ...(whole ?? [
      element(
        'p',
        { class: 'hint' },
        deskWords.wordsKept,
        ' ',
        isOnTheWeb(sheet) ? deskWords.wordsAgain : deskWords.wordsFile,
      ),
    ]),
    rest.length > 0 && passages(rest),
  );
  return {
    element: made,
    show: new Map([...marks].map(([place, mark]) => [place, () => lookAt(made, mark)])),
  };
}

/** Whether it can be read again where it is. */
export const isOnTheWeb = ({ draft: { urls } }: Pick<Sheet, 'draft'>): boolean => urls.length > 0;

const languageOf = ({ draft }: Sheet) => ({ ...(draft.language && { lang: draft.language }), dir: 'auto' });

/** Brings a mark into sight, and to who listens; it stands out until another is looked at. */
function lookAt(page: HTMLElement, mark: HTMLElement): void {
  page.querySelector('mark.now')?.classList.remove('now');
  mark.classList.add('now');
  mark.scrollIntoView({ block: 'center' });
  mark.focus({ preventScroll: true });
}

/** A name that may be one of several, with these. */
export const openNames = ({ draft }: Sheet): HTMLElement | false =>
  draft.open.length > 0 &&
  element(
    'details',
    {},
    element('summary', {}, deskWords.open),
    element(
      'ul',
      {},
      ...draft.open.map(({ field, text, candidates }) =>
        element('li', {}, `${nameOfField(field)}: `, element('q', {}, foreign(text)), ` ${candidates.join(', ')}`),
      ),
    ),
  );
