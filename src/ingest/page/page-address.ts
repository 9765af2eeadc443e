const longest = 2_000;

/** An address of the web, whole, as it was written on a page at `base`; undefined for what is none that a record takes. */
export function wholeAddress(written: string | null | undefined, base?: string): string | undefined {
  const text = written?.trim() ?? '';
  if (text === '' || text.length > longest) return undefined;
  const from = base !== undefined && URL.canParse(base) ? base : undefined;
  if (!URL.canParse(text, from)) return undefined;
  const { protocol, username, password, href } = new URL(text, from);
  const isTaken = /^https?:$/.test(protocol) && username + password === '' && href.length <= longest;
  return isTaken ? href : undefined;
}

/** Whether two addresses lead to the same page, as far as their writing tells: scheme, `www.`, the last slash and what stands behind `#` aside. */
export const sameAddress = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && bare(one) === bare(other);

/** Whether an address is that of a whole site or of its part in one language, not of a page in it. */
export const isFrontPage = (address: string): boolean =>
  URL.canParse(address) && /^\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?\/?)?(?:index\.\w+)?$/i.test(new URL(address).pathname) && new URL(address).search === ''; // prettier-ignore

const bare = (address: string) =>
  address
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/(?=\?|$)/, '');
