import { leaveAtOnce } from './explorer/leave.ts';
import { shownItem, type AnswerItem } from '../shown/item.ts';
import { frameSnippet, plainSnippet, scriptSnippet, type Chosen } from '../shown/snippets.ts';
import { wordsIn, wordsLanguage } from '../shown/words.ts';

leaveAtOnce(document.querySelector('#exit')!);

const find = <Found extends HTMLElement>(selector: string) => document.querySelector<Found>(selector)!;
const { server, latest, pinned, integrity } = find('main').dataset as Record<string, string>;
const form = find<HTMLFormElement>('form');
const preview = find('related-resources');
const state = find('#state');
let items: AnswerItem[] = [];

/** What the form says, without what is as usual anyway. */
function chosen(): Chosen {
  const given = new FormData(form);
  const text = (name: string) => String(given.get(name) ?? '').trim() || undefined;
  const reasons = given.has('reasons') ? undefined : 'off';
  return {
    to: text('to'),
    first: text('first') === '6' ? undefined : text('first'),
    language: text('language'),
    layout: text('layout'),
    heading: text('heading'),
    reasons: text('layout') === 'compact' && given.has('reasons') ? 'on' : reasons,
    theme: text('theme'),
    country: text('country'),
    publisher: text('publisher'),
  };
}

/** Writes the snippets for what is chosen. */
function writeSnippets(): void {
  const wanted = chosen();
  const isPinned = new FormData(form).has('pin');
  const language = wordsLanguage(wanted.language);
  const heading = wanted.heading ?? wordsIn(language).heading;
  const source = isPinned ? { server: server!, path: pinned!, integrity } : { server: server!, path: latest! };
  find('#script').textContent = scriptSnippet(wanted, source);
  find('#frame').textContent = wanted.to
    ? frameSnippet(wanted, server!, heading)
    : 'Say above what it is related to: a frame does not know the page it stands in.';
  const shown = items.map((item) => shownItem(item, language, server!));
  find('#plain').textContent = shown.length > 0 ? plainSnippet(shown, heading) : 'There is nothing to show.';
}

/** Shows in the preview what is chosen. */
function showPreview(): void {
  for (const [name, value] of Object.entries(chosen()))
    if (value === undefined) preview.removeAttribute(name);
    else preview.setAttribute(name, value);
}

let planned = 0;
form.addEventListener('input', () => {
  writeSnippets();
  clearTimeout(planned);
  planned = setTimeout(showPreview, 400); // not at every letter of an address
});
form.addEventListener('submit', (event) => event.preventDefault());

preview.addEventListener('related-loaded', (event) =>
  tell((event as CustomEvent<{ items: AnswerItem[] }>).detail.items, ''),
);
preview.addEventListener('related-empty', () =>
  tell([], 'Nothing is near enough: on your site nothing would be shown.'),
);
preview.addEventListener('related-error', (event) =>
  tell([], (event as CustomEvent<{ message: string }>).detail.message),
);

function tell(found: AnswerItem[], message: string): void {
  items = found;
  state.textContent = message;
  writeSnippets();
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  button.hidden = false;
  const said = button.firstChild!;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(find(`#${button.dataset.copies}`).textContent ?? '');
    said.textContent = 'Copied:';
    setTimeout(() => (said.textContent = 'Copy'), 2_000);
  });
}

const { data } = preview as HTMLElement & { data?: { items: AnswerItem[] } };
tell(data?.items ?? [], ''); // the preview may have been faster than this script
showPreview();
