/** An http(s) address in the form that URLs are sent in, all ASCII; undefined for anything else, such as `javascript:`. */
export function webAddress(value: string | undefined): string | undefined {
  if (!value || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  // Allowed in a query by the standard of browsers, but not by that of IRIs, and they would end a field of BibTeX.
  return new URL(value).href.replace(/[{}|\\^`]/g, (character) => encodeURIComponent(character));
}

/** The address that a DOI resolves at. */
export const doiAddress = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
