import { deskWords } from '../../shown/desk-words.ts';
import { element } from './element.ts';

/** Where the key is typed in. */
export interface KeyForm {
  element: HTMLElement;
  /** Shows it, empty, with why another key is needed. */
  ask(why: string): void;
}

/** What a key, as it stands in a header, may have in it. */
const plain = /^[\x21-\x7e]+$/;

/** The form for the key. It belongs to nothing that is sent by itself: what is typed in stands in no address. */
export function createKeyForm(onKey: (key: string) => Promise<void>): KeyForm {
  const box = element('input', { id: 'key', type: 'password', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'key-hint key-problem' }); // prettier-ignore
  const problem = element('p', { id: 'key-problem', role: 'alert', class: 'problem' });
  const button = element('button', {}, deskWords.unlock);
  const tell = (why: string): void => {
    problem.textContent = why;
    box.setAttribute('aria-invalid', String(why !== ''));
  };
  async function take(event: Event): Promise<void> {
    event.preventDefault();
    const key = box.value.trim().replace(/^Bearer +/i, '');
    if (!plain.test(key)) {
      tell(key ? deskWords.keyOdd : deskWords.keyMissing);
      return box.focus();
    }
    tell('');
    box.value = '';
    button.disabled = true;
    button.textContent = deskWords.checking;
    await onKey(key);
    button.disabled = false;
    button.textContent = deskWords.unlock;
  }
  const form = element(
    'form',
    { class: 'key', novalidate: true, onsubmit: (event) => void take(event) },
    element('label', { for: 'key' }, deskWords.key),
    element('div', { class: 'box' }, box, button),
    element('small', { id: 'key-hint' }, deskWords.keyHint),
    problem,
    !isSecureContext && element('p', { class: 'problem' }, deskWords.inTheClear),
  );
  return {
    element: form,
    ask(why) {
      form.hidden = false;
      tell(why);
      box.focus();
    },
  };
}
