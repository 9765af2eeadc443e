import { deskWords } from '../../shown/desk-words.ts';
import { element } from './element.ts';

/** Tells what was done and what went wrong, aloud too. */
export interface Notices {
  element: HTMLElement;
  /** Says what was done; what can be taken back has a button for that. Gives what tells whether it is still what was said last. */
  tell(text: string, undo?: () => void): () => boolean;
  /** Says what could not be done. */
  warn(text: string): void;
  clear(): void;
  /** Takes back what was told last, where that can be. */
  undo(): void;
}

export function createNotices(): Notices {
  const said = element('p', { role: 'status', class: 'said' });
  const wrong = element('p', { role: 'alert', class: 'problem' });
  let takeBack: (() => void) | undefined;
  const undo = (): void => {
    const work = takeBack;
    takeBack = undefined;
    button.hidden = true;
    work?.();
  };
  const button = element('button', { type: 'button', hidden: true, onclick: undo }, deskWords.undo, ' ', element('kbd', {}, 'u')); // prettier-ignore
  let told = 0;
  const tell = (text: string, back?: () => void): (() => boolean) => {
    const turn = ++told;
    said.textContent = text;
    wrong.textContent = '';
    takeBack = back;
    button.hidden = back === undefined;
    return () => turn === told;
  };
  return {
    element: element('div', { class: 'notices', role: 'region', 'aria-label': deskWords.notice }, said, button, wrong),
    tell,
    warn(text) {
      wrong.textContent = text;
    },
    clear: () => void tell(''),
    undo,
  };
}
