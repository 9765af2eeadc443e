import { element, foreign } from './element.ts';

/** How an item is shown in a list. */
export interface Line {
  title: string;
  /** A word before it, and some below. */
  sort: string;
  note: string;
}

/** A list of things of which one is open at a time. */
export interface List<Item> {
  element: HTMLElement;
  items(): readonly Item[];
  current(): Item | undefined;
  add(items: readonly Item[], at?: number): void;
  /** Shows an item anew, which has changed. */
  renew(item: Item): void;
  /** Takes one out and opens the next; gives its place. */
  remove(item: Item): number;
  clear(): void;
  open(item: Item): void;
  /** Opens the one after or before; the first where none is open. */
  move(step: 1 | -1): void;
}

/** Makes such a list; `show` opens an item, or nothing where none is left. */
export function createList<Item>(
  label: string,
  lineOf: (item: Item) => Line,
  show: (item: Item | undefined) => void,
): List<Item> {
  const lines = element('ol', { class: 'lines', 'aria-label': label });
  let items: { item: Item; line: HTMLLIElement }[] = [];
  let current: Item | undefined;

  const placeOf = (item: Item | undefined) => items.findIndex((one) => one.item === item);
  function fill(line: HTMLLIElement, item: Item): void {
    const { title, sort, note } = lineOf(item);
    const button = element(
      'button',
      { type: 'button', onclick: () => open(item), ...(item === current && { 'aria-current': 'true' }) },
      element('span', { class: 'sort' }, sort),
      ' ',
      foreign(title),
      note !== '' && element('small', {}, note),
    );
    line.replaceChildren(button);
  }
  function open(item: Item | undefined): void {
    current = item;
    for (const one of items) {
      const button = one.line.firstElementChild!;
      if (one.item === item) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    items[placeOf(item)]?.line.scrollIntoView({ block: 'nearest' });
    show(item);
  }
  return {
    element: lines,
    items: () => items.map(({ item }) => item),
    current: () => current,
    add(added, at = items.length) {
      const made = added.map((item) => ({ item, line: element('li') }));
      for (const { item, line } of made) fill(line, item);
      const before = items[at]?.line ?? null;
      for (const { line } of made) lines.insertBefore(line, before);
      items = items.toSpliced(at, 0, ...made);
    },
    renew(item) {
      const one = items[placeOf(item)];
      if (one) fill(one.line, item);
    },
    remove(item) {
      const place = placeOf(item);
      if (place < 0) return items.length;
      items[place]!.line.remove();
      items = items.toSpliced(place, 1);
      if (current === item) open(items[Math.min(place, items.length - 1)]?.item);
      return place;
    },
    clear() {
      items = [];
      lines.replaceChildren();
      current = undefined;
    },
    open,
    move(step) {
      const next = current === undefined ? items[0] : items[placeOf(current) + step];
      if (next) open(next.item);
    },
  };
}
