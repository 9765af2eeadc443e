import { createClient } from '../../client/client.ts';
import { SuggestDocument, type Kind, type SuggestQuery } from '../../client/operations.generated.ts';

type Suggestion = SuggestQuery['suggest'][number];

/** So long nothing is written before suggestions are asked for, in milliseconds. */
const pause = 120;

/**
 * Adds suggestions to the boxes of a form: a combobox with a list, as WAI-ARIA has it. What is written is sent in the
 * body of a request, so that it stands in no log of addresses. Choosing a suggestion goes to its page; where a box takes
 * an id (`data-takes="id"`), it is put there; `data-kinds` says of which kinds alone there are to be some.
 */
export function suggestIn(form: HTMLFormElement): void {
  const list = form.querySelector<HTMLUListElement>('[role=listbox]');
  const home = form.dataset.home!.replace(/\?.*/, '');
  const client = createClient({ server: new URL(home, location.href).href });
  const language = document.documentElement.lang;
  const chosen = new URLSearchParams(location.search).get('language');
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=search]')) {
    const box = list && input.parentElement!.contains(list) ? list : createList(input, form.dataset.suggests!);
    combine(input, box, {
      ask: async (prefix, signal) => {
        const kinds = input.dataset.kinds ? (input.dataset.kinds.split(' ') as Kind[]) : undefined;
        const variables = { prefix, kinds, first: 8, language: chosen ?? language };
        return (await client.query(SuggestDocument, variables, { get: false, signal })).suggest;
      },
      choose: ({ id, label }) => {
        if (input.dataset.takes !== 'id') {
          location.assign(`${home}${id}${chosen ? `?language=${encodeURIComponent(chosen)}` : ''}`);
          return;
        }
        input.value = id;
        input.title = label;
      },
    });
  }
}

function createList(input: HTMLInputElement, label: string): HTMLUListElement {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  list.hidden = true;
  input.parentElement!.style.position = 'relative';
  input.after(list);
  return list;
}

interface Behaviour {
  ask(prefix: string, signal: AbortSignal): Promise<Suggestion[]>;
  choose(suggestion: Suggestion): void;
}

function combine(input: HTMLInputElement, list: HTMLUListElement, { ask, choose }: Behaviour): void {
  let shown: Suggestion[] = [];
  let active = -1;
  let asking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);

  const show = (suggestions: Suggestion[]): void => {
    shown = suggestions;
    list.replaceChildren(...suggestions.map((suggestion, place) => optionOf(list.id, suggestion, place)));
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    activate(-1);
  };
  const activate = (place: number): void => {
    active = place;
    for (const [index, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(index === place));
    const option = list.children[place];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const close = (): void => {
    clearTimeout(timer);
    asking.abort();
    show([]);
  };
  const take = (place: number): void => {
    const suggestion = shown[place]!;
    close();
    choose(suggestion);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const prefix = input.value.trim();
    if (!prefix) return show([]);
    timer = setTimeout(() => {
      // Suggestions are a help: where they do not come, the box still searches.
      ask(prefix, signal).then(
        (suggestions) => signal.aborted || show(suggestions),
        () => undefined,
      );
    }, pause);
  });
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'Escape' && !list.hidden) close();
    else if (key === 'Enter' && active >= 0) take(active);
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && shown.length > 0) {
      // Past either end is the box itself.
      const step = key === 'ArrowDown' ? 1 : -1;
      const places = shown.length + 1;
      activate(((active + 1 + step + places) % places) - 1);
    } else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener('click', ({ target }) => {
    const option = (target as Element).closest('[role=option]');
    if (option) take([...list.children].indexOf(option));
  });
}

function optionOf(list: string, { label, hint }: Suggestion, place: number): HTMLLIElement {
  const option = document.createElement('li');
  option.id = `${list}-${place}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const name = document.createElement('bdi');
  name.textContent = label;
  const small = document.createElement('small');
  small.textContent = hint;
  option.append(name, small);
  return option;
}
