import { deskWords } from '../../shown/desk-words.ts';
import { element } from './element.ts';

/** A page that somebody gives to be read. */
export interface GivenPage {
  /** What it is called here. */
  name: string;
  url?: string;
  html?: string;
  text?: string;
  file?: File;
}

/** What can be read, for the box that files are chosen in. */
const readable = '.html,.htm,.xhtml,.txt,.md,.markdown,.pdf,text/html,text/plain,text/markdown,application/pdf';

/** The form in which pages are given: an address, a text, files. */
export function giveForm(give: (pages: GivenPage[]) => void): HTMLFormElement {
  const address = element('input', { id: 'give-address', type: 'url', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'give-address-hint' }); // prettier-ignore
  const text = element('textarea', { id: 'give-text', rows: '3', spellcheck: 'false', 'aria-describedby': 'give-text-hint' }); // prettier-ignore
  const files = element('input', { id: 'give-files', type: 'file', multiple: true, accept: readable, 'aria-describedby': 'give-files-hint' }); // prettier-ignore
  const wrong = element('p', { role: 'alert', class: 'problem' });
  const box = (input: HTMLElement, label: string, hint: string) =>
    element('p', { class: 'wide' }, element('label', { for: input.id }, label), input, element('small', { id: `${input.id}-hint` }, hint)); // prettier-ignore
  const submit = (event: Event): void => {
    event.preventDefault();
    const url = address.value.trim() || undefined;
    const pages = pagesOf(url, text.value.trim(), [...files.files!]);
    wrong.textContent = pages.length === 0 ? deskWords.giveMissing : '';
    if (pages.length === 0) return address.focus();
    form.reset();
    give(pages);
  };
  const form = element(
    'form',
    { class: 'fields give', novalidate: true, onsubmit: submit },
    box(address, deskWords.giveAddress, deskWords.giveAddressHint),
    box(text, deskWords.giveText, deskWords.giveTextHint),
    box(files, deskWords.giveFiles, deskWords.giveFilesHint),
    element('p', {}, element('button', {}, deskWords.readIt)),
    wrong,
  );
  return form;
}

/** The pages that a form means: each file is one; the address is that of the text, or of a file that is alone. */
function pagesOf(url: string | undefined, text: string, files: File[]): GivenPage[] {
  const ofFiles = files.map((file) => ({ name: file.name, file, ...(files.length === 1 && !text && { url }) }));
  if (text) return [{ name: url ?? deskWords.pasted, url, [isMarkup(text) ? 'html' : 'text']: text }, ...ofFiles];
  return ofFiles.length === 1 || !url ? ofFiles : [{ name: url, url }, ...ofFiles];
}

const isMarkup = (text: string): boolean => /^\s*<[!?a-z]/i.test(text);
