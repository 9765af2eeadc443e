import type { Site } from './page.ts';
import { parametersOf, type State } from './state.ts';

/** The way to what a state asks for, on a page of the explorer; a value may be given more than once. */
export function stateLink({ link }: Pick<Site, 'link'>, path: string, state: State): string {
  const [address, language] = link(path).split('?');
  const query = [language, String(parametersOf(state))].filter(Boolean).join('&');
  return query ? `${address}?${query}` : address!;
}
