import { deskWords } from '../../shown/desk-words.ts';
import { nameOfField, wayToEntity } from './bench.ts';
import { compare, type Compared, type Part, type Row } from './differences.ts';
import { element, foreign } from './element.ts';

/** What the two of a pair are to each other: what stands above each. */
export type Roles = [left: string, right: string];

const signs: Record<Row['is'], [sign: string, word: string]> = {
  differs: ['≠', deskWords.differs],
  oneSided: ['±', deskWords.oneSided],
  same: ['=', deskWords.same],
};

/** Two entities side by side, field by field, what differs first. */
export function pairTable(home: string, [left, right]: [Compared, Compared], roles: Roles): HTMLElement {
  const head = (one: Compared, role: string) =>
    element('th', { scope: 'col', role: 'columnheader' }, role, ': ', wayToEntity(home, one.id, one.label), element('small', {}, one.id)); // prettier-ignore
  // The roles are told because on narrow screens the rows are laid out anew, and tables forget then what they are.
  return element(
    'table',
    { class: 'pair', role: 'table' },
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        element('th', { scope: 'col', role: 'columnheader' }, deskWords.field),
        head(left, roles[0]),
        head(right, roles[1]),
      ),
    ),
    element('tbody', { role: 'rowgroup' }, ...compare(left, right).map(rowOf)),
  );
}

function rowOf({ field, left, right, is }: Row): HTMLElement {
  const [sign, word] = signs[is];
  return element(
    'tr',
    { role: 'row', class: is },
    element(
      'th',
      { scope: 'row', role: 'rowheader' },
      nameOfField(field),
      element('small', {}, element('span', { 'aria-hidden': 'true' }, `${sign} `), word),
    ),
    cellOf(left),
    cellOf(right),
  );
}

function cellOf(values: Part[][]): HTMLElement {
  const shown = values.map((parts) => parts.map(({ text, isOwn }) => (isOwn ? element('mark', {}, text) : text)));
  const bdi = (parts: (string | HTMLElement)[]) => {
    const made = foreign('');
    made.append(...parts);
    return made;
  };
  const [only] = shown;
  const content =
    shown.length === 0
      ? element('span', { class: 'none' }, deskWords.nothing)
      : shown.length === 1
        ? bdi(only!)
        : element('ul', { class: 'plain' }, ...shown.map((parts) => element('li', {}, bdi(parts))));
  return element('td', { role: 'cell' }, content);
}
