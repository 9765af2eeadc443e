/** What is looked at of a node of the DOM. */
export interface PageNode {
  nodeType: number;
  nodeValue: string | null;
  localName?: string;
  parentNode: PageNode | null;
  firstChild: PageNode | null;
  nextSibling: PageNode | null;
  getAttribute?(name: string): string | null;
}

const inline =
  /^(a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;
const aside = /^(nav|header|footer|aside|form|button|script|style|noscript|template|dialog|menu|select|head|title)$/;
const asideRole = /^(navigation|banner|contentinfo|search|complementary|dialog|alert|menu)$/;
const asideName =
  /(^|[\s_-])(cookies?|consent|breadcrumbs?|share|sharing|social|sidebar|menu|navbar|newsletter|related|comments?|skip-link|sr-only|visually-hidden)([\s_-]|$)/i;

/** All that is to become a space; nearly every white space is one already, and replacing it takes its time. */
const whiteSpace = /\s{2,}|[^\S ]/g;

const mostRead = 400_000; // UTF-16 code units of text, twice what is kept

/**
 * The text below a node, a line for each block, without recursion: pages nest as deep as they like. With `mainOnly`,
 * navigation, banners, share bars and footers are left out by what they call themselves.
 */
export function textBelow(root: PageNode, mainOnly = false): string {
  const parts: string[] = [];
  let node: PageNode | null = root;
  let read = 0;
  while (node && read < mostRead) {
    const skipped = mainOnly && node !== root && isAside(node);
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').slice(0, mostRead);
      read += text.length + 1;
      parts.push(text.replace(whiteSpace, ' '));
    } else if (!skipped && isBlock(node)) parts.push('\n');
    if (!skipped && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && isBlock(node)) parts.push('\n');
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return tidyLines(parts.join(''));
}

/** The text of markup that no parser should see: its tags become line breaks, the commonest entities letters. */
export function textOfMarkup(markup: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
  const text = markup
    .slice(0, 10 * mostRead)
    .replace(/\s+/g, ' ')
    .replace(/<\/?([a-z][a-z0-9:-]*)[^<>]*>/gi, (_, name: string) => (inline.test(name.toLowerCase()) ? '' : '\n'))
    .replace(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (all, name, decimal, hexadecimal) => {
      if (name) return entities[name.toLowerCase()]!;
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
  return tidyLines(text);
}

const isBlock = ({ nodeType, localName }: PageNode) => nodeType === 1 && !inline.test(localName ?? '');

function isAside(node: PageNode): boolean {
  if (node.nodeType !== 1) return node.nodeType !== 3;
  if (aside.test(node.localName ?? '') || asideRole.test(node.getAttribute?.('role') ?? '')) return true;
  return asideName.test(`${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`.slice(0, 200));
}

const tidyLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(whiteSpace, ' ').trim())
    .filter(Boolean)
    .join('\n');
