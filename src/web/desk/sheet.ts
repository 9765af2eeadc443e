import type { DecideMutationVariables } from '../../client/operations.generated.ts';
import { deskWords } from '../../shown/desk-words.ts';
import type { Bench } from './bench.ts';
import type { Sheet } from './draft.ts';
import { draftFields, type DraftFields } from './draft-fields.ts';
import { element, foreign, listed, newId, wayTo } from './element.ts';
import { openNames, pageWords } from './page-words.ts';
import { askPlacing } from './placing.ts';

/** A page on the desk: its words with the evidence marked, beside its draft. */
export interface SheetView {
  element: HTMLElement;
  heading: HTMLElement;
  /** What `decide` is told beside yes; throws where something is missing. */
  choice(): Pick<DecideMutationVariables, 'without' | 'as' | 'of'>;
}

/** Shows a page; `actions` is what can be done with it. */
export function sheetView(
  bench: Bench,
  sheet: Sheet,
  labels: ReadonlyMap<string, string>,
  actions: HTMLElement,
): SheetView {
  const { draft, known, waits } = sheet;
  let fields: DraftFields | undefined;
  const page = pageWords(sheet, (place) => fields?.goTo(place));
  fields = draftFields(bench, sheet, labels, page.show);
  const placing = askPlacing(bench, known);
  const heading = element('h2', { tabindex: '-1' }, foreign(draft.title, draft.language));
  const address = draft.urls[0] ?? draft.file;
  const isAddress = /^https?:\/\//i.test(address);
  return {
    heading,
    element: element(
      'div',
      {},
      heading,
      element('p', { class: 'by' }, isAddress ? wayTo(address, address, deskWords.opensNew) : foreign(address)),
      actions,
      waits.length > 0 && [element('h3', {}, deskWords.whyWaits), listed(waits)],
      placing.element,
      element(
        'div',
        { class: 'side-by-side' },
        part(deskWords.fields, element('p', { class: 'hint' }, deskWords.fieldsHint), fields.element, openNames(sheet)),
        part(deskWords.page, page.element),
      ),
    ),
    choice: () => ({ ...placing.choice(), without: fields.without() }),
  };
}

/** A part of the view under a heading. */
function part(name: string, ...children: (HTMLElement | false)[]): HTMLElement {
  const id = newId('part');
  return element('section', { 'aria-labelledby': id }, element('h3', { id }, name), ...children);
}

/** The ids that a page's draft names, to ask what they are called. */
export const idsIn = ({ draft }: Sheet): string[] =>
  [
    draft.publishers,
    draft.authors,
    draft.organisations,
    draft.countries,
    draft.instruments,
    draft.themes,
    draft.project ?? [],
  ]
    .flat()
    .map((one) => (typeof one === 'string' ? one : one.id))
    .filter((id) => /^[a-z]+\/./.test(id));
