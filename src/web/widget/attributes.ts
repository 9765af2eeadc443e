/** The attributes that decide what is asked for: a change of one asks anew. */
export const asking = ['to', 'first', 'language', 'theme', 'country', 'publisher', 'server'];
/** Those that decide how it looks. */
export const showing = ['heading', 'heading-level', 'layout', 'reasons'];

type Settable = string | number | boolean | readonly string[] | null | undefined;

/** Gives a class of elements a property for each attribute: `headingLevel` for `heading-level`; lists and booleans are taken too. */
export function reflect(prototype: HTMLElement): void {
  for (const name of [...asking, ...showing])
    Object.defineProperty(prototype, propertyOf(name), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(name);
      },
      set(this: HTMLElement, value: Settable) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));
      },
    });
}

/** Takes over properties that were set before the script had come: they would hide the ones above. */
export function takeOver(host: HTMLElement): void {
  const given = host as unknown as Record<string, unknown>;
  for (const name of [...asking, ...showing].map(propertyOf)) {
    if (!Object.hasOwn(given, name)) continue;
    const value = given[name];
    delete given[name];
    given[name] = value;
  }
}

const propertyOf = (name: string) => name.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
