import { deskWords } from '../../shown/desk-words.ts';
import { element } from './element.ts';
import type { Action } from './shortcuts.ts';

/** Buttons for what can be done with what is open, each with its key. */
export const actionBar = (actions: readonly Action[]): HTMLElement =>
  element(
    'div',
    { class: 'actions', role: 'group', 'aria-label': deskWords.actions },
    actions.map(({ key, label, run }) =>
      element('button', { type: 'button', onclick: run }, label, ' ', element('kbd', {}, key)),
    ),
  );
