import { deskWords, filled } from '../../shown/desk-words.ts';
import type { Bench, View } from './bench.ts';
import { element } from './element.ts';
import { createKeyHelp } from './key-help.ts';

/** The bar of the desk: its views, and how it works. */
export interface Bar {
  element: HTMLElement;
  current(): View;
  show(view: View): void;
}

/** For so many seconds a rejection may be held: the longest is more than ten times the usual. */
const holds = (usual: number) => [usual, 4 * usual, 12 * usual];

export function createBar(bench: Bench, views: readonly View[], usualHold: number, lock: () => void): Bar {
  const { shortcuts, notices, rejections } = bench;
  let current = views[0]!;
  const buttons = views.map((view) => ({
    view,
    button: element('button', { type: 'button', onclick: () => show(view) }, view.name),
  }));
  function show(view: View): void {
    if (view !== current) notices.clear();
    void rejections.flush();
    current = view;
    for (const one of buttons) {
      one.view.element.hidden = one.view !== view;
      if (one.view === view) one.button.setAttribute('aria-current', 'page');
      else one.button.removeAttribute('aria-current');
    }
    view.open();
  }
  const help = createKeyHelp(shortcuts);
  shortcuts.set('always', [
    { key: 'u', label: deskWords.undo, run: notices.undo },
    { key: '?', label: deskWords.help, run: help.open },
  ]);
  const keys = element('input', { id: 'single-keys', type: 'checkbox', checked: true });
  keys.addEventListener('change', () => shortcuts.turn(keys.checked));
  const hold = element('select', { id: 'hold' }, ...holds(usualHold).map((seconds) => element('option', { value: String(seconds) }, filled(deskWords.seconds, seconds)))); // prettier-ignore
  hold.addEventListener('change', () => rejections.wait(Number(hold.value)));
  return {
    current: () => current,
    show,
    element: element(
      'div',
      { class: 'desk-bar' },
      element('nav', { 'aria-label': deskWords.views }, ...buttons.map(({ button }) => button)),
      element(
        'div',
        { class: 'settings' },
        element('span', {}, keys, element('label', { for: 'single-keys' }, deskWords.singleKeys)),
        element('span', {}, element('label', { for: 'hold' }, deskWords.hold), hold),
        element('button', { type: 'button', class: 'quiet', onclick: help.open }, deskWords.help, ' ', element('kbd', {}, '?')), // prettier-ignore
        element('button', { type: 'button', class: 'quiet', onclick: lock }, deskWords.lock),
      ),
      help.element,
    ),
  };
}
