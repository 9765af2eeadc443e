import { ComparedDocument, MergeDocument } from '../../client/operations.generated.ts';
import { deskWords, filled } from '../../shown/desk-words.ts';
import { suggestIn } from '../explorer/suggest.ts';
import { actionBar } from './action-bar.ts';
import type { Bench, View } from './bench.ts';
import type { Compared } from './differences.ts';
import { element, foreign } from './element.ts';
import { pairTable } from './pair.ts';
import { createPane, type Opened } from './pane.ts';
import { tellMerge } from './questions.ts';
import type { Action } from './shortcuts.ts';

/** Any two entities of a kind side by side, to make one of them; `Not the same` needs nothing here: nobody has asked. */
export function createCompareView(bench: Bench): View {
  const pane = createPane(bench, deskWords.compareLead);
  const wrong = element('p', { role: 'alert', class: 'problem' });
  const box = (id: string) =>
    element('input', { id, type: 'search', autocomplete: 'off', 'data-takes': 'id', 'aria-describedby': 'pair-hint' });
  const [first, second] = [box('pair-first'), box('pair-second')];
  const labelled = (input: HTMLInputElement, label: string) =>
    element('div', { class: 'wide box-of' }, element('label', { for: input.id }, label), element('div', {}, input));

  const submit = (event: Event): void => {
    event.preventDefault();
    void bench.attempt(async () => {
      const pair = await find(bench, [first.value.trim(), second.value.trim()]);
      wrong.textContent = typeof pair === 'string' ? pair : '';
      pane.show(typeof pair === 'string' ? undefined : () => Promise.resolve(openPair(pair)));
    });
  };
  function openPair([left, right]: Pair): Opened {
    const merge = (key: string, label: string, from: Compared, into: Compared): Action => ({
      key,
      label,
      run: () =>
        void bench.attempt(async () => {
          await bench.session.ask(MergeDocument, { from: from.id, into: into.id });
          pane.show(undefined);
          form.reset();
          tellMerge(bench, from.id, into.label);
          first.focus();
        }),
    });
    const heading = element('h2', { tabindex: '-1' }, foreign(left.label), ' – ', foreign(right.label));
    const actions = [merge('a', deskWords.keepSecond, left, right), merge('s', deskWords.keepFirst, right, left)];
    const table = pairTable(bench.home, [left, right], [deskWords.left, deskWords.right]);
    return { heading, actions, element: element('div', {}, heading, actionBar(actions), table) };
  }

  const form = element(
    'form',
    { class: 'fields', 'data-suggests': deskWords.suggestions, 'data-home': bench.home, onsubmit: submit },
    labelled(first, deskWords.first),
    labelled(second, deskWords.second),
    element('p', {}, element('button', {}, deskWords.lookAt)),
    element('small', { id: 'pair-hint' }, deskWords.pairHint),
    wrong,
  );
  return {
    name: deskWords.compare,
    element: element('section', { 'aria-label': deskWords.compare }, form, pane.element),
    open() {
      suggestOnce();
      bench.shortcuts.set('list', []);
      pane.show(undefined);
      first.focus();
    },
  };

  function suggestOnce(): void {
    if (first.getAttribute('role') !== 'combobox') suggestIn(form);
  }
}

type Pair = readonly [Compared, Compared];

/** The two that were named; or why there are none to compare. */
async function find({ session }: Bench, ids: [string, string]): Promise<Pair | string> {
  if (!ids[0] || !ids[1]) return deskWords.pairMissing;
  const { nodes } = await session.ask(ComparedDocument, { ids, language: 'en' });
  const missing = ids.filter((_, place) => !nodes[place]);
  if (missing.length > 0) return filled(deskWords.notThere, missing.join(', '));
  const [left, right] = nodes as [Compared, Compared];
  if (left.id === right.id) return deskWords.pairSame;
  return left.kind === right.kind ? [left, right] : filled(deskWords.pairKinds, `${left.kind}, ${right.kind}`);
}
