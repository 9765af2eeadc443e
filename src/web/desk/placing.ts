import type { PlaceAs } from '../../client/operations.generated.ts';
import { deskWords, filled } from '../../shown/desk-words.ts';
import { suggestIn } from '../explorer/suggest.ts';
import { wayToEntity, type Bench } from './bench.ts';
import type { Known } from './draft.ts';
import { element, newId } from './element.ts';

/** What a page is said to be. */
export interface Placing {
  element: HTMLElement;
  /** Undefined where it is what it was taken for. Throws where it is not said of what. */
  choice(): { as?: PlaceAs; of?: string };
}

const ways: [as: PlaceAs | '', label: string][] = [
  ['', deskWords.asTaken],
  ['NEW', deskWords.asNew],
  ['SAME', deskWords.asSame],
  ['TRANSLATION', deskWords.asTranslation],
  ['EDITION', deskWords.asEdition],
];

/** Asks what a page is to the catalogue, where that is not what it was taken for. */
export function askPlacing({ home }: Pick<Bench, 'home'>, known: Known | undefined): Placing {
  const hint = newId('place');
  const select = element(
    'select',
    { id: newId('place') },
    ...ways.map(([as, label]) => element('option', { value: as }, label)),
  );
  const box = element('input', {
    id: newId('place'),
    type: 'search',
    autocomplete: 'off',
    'data-takes': 'id',
    'data-kinds': 'PUBLICATION',
    'aria-describedby': hint,
  });
  if (known?.id) box.value = known.id;
  const which = element(
    'div',
    { class: 'wide box-of' },
    element('label', { for: box.id }, deskWords.of),
    element('div', {}, box),
    element('small', { id: hint }, deskWords.ofHint),
  );
  const isVersion = () => select.value !== '' && select.value !== 'NEW';
  const showWhich = () => (which.hidden = !isVersion());
  select.addEventListener('change', showWhich);
  showWhich();
  const form = element(
    'form',
    {
      class: 'fields',
      'data-suggests': deskWords.suggestions,
      'data-home': home,
      onsubmit: (event) => event.preventDefault(),
    },
    element('p', {}, element('label', { for: select.id }, deskWords.as), select),
    which,
  );
  suggestIn(form);
  return {
    element: element('div', {}, known && takenFor(home, known), form),
    choice() {
      const as = select.value as PlaceAs | '';
      if (as === '') return {};
      const of = box.value.trim();
      if (isVersion() && !of) throw new Error(deskWords.ofMissing);
      return isVersion() ? { as, of } : { as };
    },
  };
}

/** What the catalogue takes a page for, and why. */
function takenFor(home: string, { outcome, id, because }: Known): HTMLElement {
  const [before = '', after = ''] = deskWords.outcome[outcome].split('%');
  const what = deskWords.outcome[outcome].includes('%') && (id ? wayToEntity(home, id) : deskWords.several);
  return element(
    'p',
    {},
    element('strong', {}, `${filled(deskWords.takenFor)}: `),
    before,
    what,
    after,
    because.length > 0 && ` (${because.join('; ')})`,
  );
}
