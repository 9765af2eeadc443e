/** Something that can be done, by a button or by a single key. */
export interface Action {
  key: string;
  label: string;
  run(): void;
}

/** Which keys do what, at the moment. */
export interface Shortcuts {
  /** What can be done at a place of the desk, instead of what could be done there before. */
  set(place: string, actions: readonly Action[]): void;
  all(): Action[];
  isOn(): boolean;
  turn(on: boolean): void;
}

/** Does by single keys what the actions say; never while somebody writes, and not at all where they are turned off. */
export function listenForKeys(): Shortcuts {
  const places = new Map<string, readonly Action[]>();
  let on = true;
  const all = () => [...places.values()].flat();
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented } = event;
    if (!on || ctrlKey || metaKey || altKey || repeat || isComposing || defaultPrevented) return;
    if (isWrittenIn(target as Element) || document.querySelector('dialog[open]')) return;
    const action = all().find((one) => one.key === key);
    if (!action) return;
    event.preventDefault();
    action.run();
  });
  return {
    set(place, actions) {
      places.set(place, actions);
    },
    all,
    isOn: () => on,
    turn(next) {
      on = next;
      document.documentElement.classList.toggle('without-keys', !on);
    },
  };
}

/** Where letters are letters. A box to tick takes none. */
const isWrittenIn = (target: Element): boolean =>
  target.matches('select, textarea, [contenteditable], input:not([type=checkbox], [type=radio])');
