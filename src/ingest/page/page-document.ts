import type { PageNode } from './page-text.ts';

/** An element as it is looked at here: every DOM has that. */
export interface PageElement {
  localName: string;
  textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

/** The parts of a parsed page that are looked at: every DOM has them. */
export interface PageDocument extends PageNode {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
