import { deskWords, filled } from '../../shown/desk-words.ts';
import { nameOfField, sureness, wayToEntity, type Bench } from './bench.ts';
import type { Sheet } from './draft.ts';
import { valuesOf, type DraftValue } from './draft-values.ts';
import { element, foreign } from './element.ts';

/** The values of a draft, to be looked at one by one. */
export interface DraftFields {
  element: HTMLElement;
  /** What shall stay out, beside what stayed out before. */
  without(): string[];
  /** Goes to the value that a piece of evidence is of. */
  goTo(place: number): void;
}

/** Shows the values of a draft by field, each with a box that says whether it goes in; `show` goes to its evidence in the page. */
export function draftFields(
  bench: Pick<Bench, 'home'>,
  { draft, without }: Sheet,
  labels: ReadonlyMap<string, string>,
  show: ReadonlyMap<number, () => void>,
): DraftFields {
  const boxes = new Map<string, HTMLInputElement>();
  const items = new Map<number, HTMLElement>();

  function valueItem(value: DraftValue): HTMLElement {
    const { field, id, out, evidence } = value;
    const name = (id && labels.get(id)) ?? value.value;
    const provision = id && value.value !== id ? value.value.slice(id.length) : '';
    const isOut = out !== undefined && (without.includes(out) || without.includes(field));
    const box =
      out !== undefined &&
      element('input', {
        type: 'checkbox',
        checked: !isOut,
        disabled: isOut,
        'aria-label': `${nameOfField(field)}: ${name}${provision}`,
      });
    if (box && !isOut) boxes.set(out, box);
    const [first] = evidence.map((place) => draft.evidence[place]!);
    const note = isOut
      ? deskWords.leftBefore
      : value.isName
        ? deskWords.staysName
        : field === 'organisations'
          ? deskWords.onlyNamed
          : '';
    const item = element(
      'li',
      { tabindex: '-1' },
      element('span', { class: 'value' }, box, id ? wayToEntity(bench.home, id, name) : foreign(name), provision),
      element(
        'span',
        { class: 'sure' },
        sureness(first?.confidence),
        first && ` · ${deskWords.from[first.from] ?? first.from}`,
        note && ` · ${note}`,
      ),
      evidence.map((place) => passageOf(place, name)),
    );
    for (const place of evidence) items.set(place, item);
    return item;
  }

  /** What one piece of evidence says, as a way to it where it stands in the page. */
  function passageOf(place: number, name: string): HTMLElement | false {
    const { text } = draft.evidence[place]!;
    const go = show.get(place);
    if (!go) return text !== '' && text !== name && element('q', {}, foreign(text));
    const label = filled(deskWords.showIn, text);
    return element('button', { type: 'button', class: 'quote', 'aria-label': label, onclick: go }, element('q', {}, foreign(text))); // prettier-ignore
  }

  const byField = new Map<string, DraftValue[]>();
  for (const value of valuesOf(draft)) byField.set(value.field, [...(byField.get(value.field) ?? []), value]);
  const lists = [...byField].map(([field, values]) =>
    element(
      'div',
      { class: 'field' },
      element('h4', {}, nameOfField(field)),
      element('ul', {}, ...values.map(valueItem)),
    ),
  );
  return {
    element: element('div', {}, ...lists),
    without: () => [...boxes].filter(([, box]) => !box.checked).map(([out]) => out),
    goTo(place) {
      const item = items.get(place);
      item?.scrollIntoView({ block: 'center' });
      item?.focus({ preventScroll: true });
    },
  };
}
