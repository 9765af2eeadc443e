import type { Bench } from './bench.ts';
import { element } from './element.ts';
import type { Action } from './shortcuts.ts';

/** What is open: where one begins to read it, and what can be done with it. */
export interface Opened {
  element: HTMLElement;
  heading: HTMLElement;
  actions: readonly Action[];
}

/** Where one thing at a time is open. */
export interface Pane {
  element: HTMLElement;
  /** Opens what is made, once it is there and nothing else was opened meanwhile; nothing: says what there is to do. */
  show(open: (() => Promise<Opened>) | undefined): void;
}

export function createPane({ shortcuts, notices }: Pick<Bench, 'shortcuts' | 'notices'>, hint: string): Pane {
  const pane = element('div', { class: 'pane' });
  let opened = 0;
  const rest = (): void => {
    shortcuts.set('open', []);
    pane.replaceChildren(element('p', { class: 'hint' }, hint));
  };
  rest();
  return {
    element: pane,
    show(open) {
      const turn = ++opened;
      rest();
      if (!open) return;
      pane.setAttribute('aria-busy', 'true');
      open().then(
        ({ element, heading, actions }) => {
          if (turn !== opened) return;
          pane.removeAttribute('aria-busy');
          shortcuts.set('open', actions);
          pane.replaceChildren(element);
          heading.focus({ preventScroll: true });
          pane.scrollIntoView({ block: 'start' });
        },
        (error: Error) => {
          if (turn !== opened) return;
          pane.removeAttribute('aria-busy');
          notices.warn(error.message);
        },
      );
    },
  };
}
