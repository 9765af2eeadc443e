const kinds = /^(publication|organisation|country|instrument|theme|project|person)\//;
const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;

/** What the list is asked for, by the name of the parameter that takes it. */
export type Target = ['id' | 'url' | 'doi', string];

/** What `to` names: an id, a DOI, or an address (without what follows `#`). Null for what is none of them. */
export function readTarget(to: string): Target | null {
  const given = to.trim();
  if (kinds.test(given)) return ['id', given];
  const [, bare] = doi.exec(given) ?? [];
  return bare ? ['doi', bare] : addressTarget(given);
}

/**
 * The page that the widget stands in, as the page itself names it to others: its canonical address, its DOI, else its
 * address without the query, in which there may be something of the reader.
 */
export function pageTarget(page: Document): Target | null {
  const canonical = page.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href;
  const named = canonical ? addressTarget(canonical) : null;
  if (named) return named;
  const bare = page.querySelector<HTMLMetaElement>('meta[name="citation_doi" i]')?.content;
  const known = bare ? readTarget(bare) : null;
  return known?.[0] === 'doi' ? known : addressTarget(location.origin + location.pathname);
}

function addressTarget(address: string): Target | null {
  try {
    const url = new URL(address, document.baseURI);
    url.hash = '';
    url.username = url.password = '';
    return /^https?:$/.test(url.protocol) ? ['url', url.href] : null;
  } catch {
    return null;
  }
}
