import { deskWords } from '../../shown/desk-words.ts';
import { element } from './element.ts';
import type { Shortcuts } from './shortcuts.ts';

/** The window that says what each key does at the moment. */
export function createKeyHelp(shortcuts: Shortcuts): { element: HTMLDialogElement; open(): void } {
  const list = element('dl');
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'help-heading' },
    element('h2', { id: 'help-heading' }, deskWords.help),
    element('p', {}, deskWords.helpLead),
    list,
    element('button', { type: 'button', onclick: () => dialog.close() }, deskWords.close),
  );
  return {
    element: dialog,
    open() {
      const rows = shortcuts
        .all()
        .map(({ key, label }) =>
          element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, label)),
        );
      list.replaceChildren(...rows);
      dialog.showModal();
    },
  };
}
