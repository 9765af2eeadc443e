import type { PageNode } from './page-text.ts';

/** The text of a node on one line, at most so many UTF-16 code units of it: elements hold whole pages. */
export function shortText(root: PageNode, most = 1_000): string {
  let text = '';
  let node: PageNode | null = root;
  while (node && text.length < most) {
    if (node.nodeType === 3) text += (node.nodeValue ?? '').slice(0, most).replace(/\s+/g, ' ');
    if (node.localName === 'br') text += ' ';
    if (node.firstChild && node.nodeType !== 8) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = node && node !== root ? node.nextSibling : null;
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, most);
}
