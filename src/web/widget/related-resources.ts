import { shownItem } from '../../shown/item.ts';
import { directionOf, tame } from '../../shown/text.ts';
import { wordsIn, wordsLanguage } from '../../shown/words.ts';
import { askedAddress, firstOf, languageOf } from './address.ts';
import { asking, reflect, showing, takeOver } from './attributes.ts';
import { whenNear, whenUnseen } from './near.ts';
import { element, renderItem } from './render.ts';
import { NoAnswer, request, type Answer } from './request.ts';
import { scriptServer } from './server.ts';
import { style } from './styles.ts';

/**
 * `<related-resources>`: what to read next, for the page it stands in or for what `to` names. What stands in the element
 * is shown until there is a list, and for good where there is none.
 */
class RelatedResources extends HTMLElement {
  static readonly observedAttributes = [...asking, ...showing];

  /** The answer that is shown; null before there is one. */
  data: Answer | null = null;
  readonly #box = element('div', { class: 'box' });
  #state: 'waiting' | 'loaded' | 'empty' = 'empty';
  #asked: string | null = null;
  #stop = () => {};
  #release = () => {};
  #planned = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.append(this.#box);
    style(root);
  }

  connectedCallback(): void {
    takeOver(this);
    this.#update();
  }

  disconnectedCallback(): void {
    this.#stop();
    this.#release();
    if (!this.data) this.#asked = null; // asked again when it comes back
  }

  attributeChangedCallback(): void {
    if (this.#planned || !this.isConnected) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (this.isConnected) this.#update();
    });
  }

  get #server(): string {
    return (this.getAttribute('server')?.trim() || scriptServer).replace(/\/+$/, '');
  }

  #update(): void {
    const address = this.#server ? askedAddress(this, this.#server) : null;
    if (address && address === this.#asked) return this.#show();
    this.#stop();
    this.#asked = address;
    this.data = null;
    this.#show('waiting');
    const controller = new AbortController();
    const wait = whenNear(this, () => void this.#load(address, controller.signal));
    this.#stop = () => {
      wait();
      controller.abort();
    };
  }

  async #load(address: string | null, signal: AbortSignal): Promise<void> {
    try {
      if (!address) throw new NoAnswer(0, this.#server ? 'There is no address to ask for.' : 'No server is named.');
      const data = await request(address, signal);
      if (signal.aborted) return;
      this.data = data;
      const state = data.items.length > 0 ? 'loaded' : 'empty';
      this.#show(state);
      this.#tell(state, data);
    } catch (error) {
      if (signal.aborted) return;
      this.data = null;
      this.#show('empty');
      const { status = 0, message } = error as NoAnswer;
      // A page that is not in the catalogue is none of its author's mistakes.
      const unknown = (status === 404 || status === 410) && !this.getAttribute('to')?.trim();
      this.#tell(unknown ? 'empty' : 'error', { status, message });
    }
  }

  #tell(what: 'loaded' | 'empty' | 'error', detail: object): void {
    this.dispatchEvent(new CustomEvent(`related-${what}`, { detail, bubbles: true, composed: true }));
  }

  /** Shows what there is; while waiting, an invisible list of the same size, so that nothing moves when it comes. */
  #show(state = this.#state): void {
    const height = this.#state === 'waiting' ? this.#box.offsetHeight : 0;
    this.#release();
    this.#state = state;
    this.#box.className = `box ${state}`;
    this.#box.replaceChildren(
      ...(state === 'empty' ? [] : [this.#section()]),
      ...(state === 'loaded' ? [] : [document.createElement('slot')]),
    );
    if (state === 'loaded' && this.#box.offsetHeight < height) this.#hold(height);
  }

  /** Keeps the height while the reader sees it: what stands below does not jump up. */
  #hold(height: number): void {
    this.#box.style.minHeight = `${height}px`;
    const stop = whenUnseen(this, () => this.#release());
    this.#release = () => {
      stop();
      this.#box.style.minHeight = '';
      this.#release = () => {};
    };
  }

  #section(): HTMLElement {
    const language = wordsLanguage(languageOf(this) ?? undefined);
    const words = wordsIn(language);
    const named = this.getAttribute('layout') ?? '';
    const layout = ['cards', 'compact'].includes(named) ? named : 'list';
    const reasons = (this.getAttribute('reasons') ?? (layout === 'compact' ? 'off' : 'on')) !== 'off';
    const given = this.getAttribute('heading');
    const heading = tame(given ?? words.heading);
    const level = /^[1-6]$/.exec(this.getAttribute('heading-level') ?? '')?.[0] ?? '2';
    const rows = this.data
      ? this.data.items.map((item) => renderItem(shownItem(item, language, this.#server), words, reasons))
      : Array.from({ length: firstOf(this) }, () => element('li', { part: 'item' }));
    return element(
      'section',
      {
        part: 'section',
        class: reasons ? layout : `${layout} bare`,
        lang: language,
        dir: directionOf(language),
        'aria-label': heading || words.heading,
      },
      heading && element(`h${level}`, { part: 'heading', lang: given === null ? null : languageOf(this) }, heading),
      element('ul', { part: 'list', role: 'list' }, ...rows),
    );
  }
}

reflect(RelatedResources.prototype);
if (!customElements.get('related-resources')) customElements.define('related-resources', RelatedResources);
