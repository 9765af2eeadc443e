import type { Found } from '../found.ts';
import { linesOf, type PageText } from '../page/read-page.ts';
import { isDoi, isIsbn, tidyDoi, tidyIsbn } from '../records/identifiers.ts';
import { foundIn } from './found-in.ts';

/** Where a work begins to name others. */
const references =
  /^(?:\d+\.?\s*)?(?:references|bibliography|works cited|further reading|notes|endnotes|literatur(?:verzeichnis)?|quellen|bibliographie|références|bibliografía|referencias|literatuur(?:lijst)?|bibliografia|riferimenti(?: bibliografici)?|bibliografie|referências|literatura|литература|reference)\s*:?$/iu;
const doi = /(?:https?:\/\/(?:dx\.)?doi\.org\/|(?<!\p{L})doi:?\s*|(?<![\w./]))(10\.\d{4,9}\/[^\s"<>«»“”]{2,200})/giu;
const isbn =
  /(?<!\p{L})(?:e-?)?ISBN(?:-1[03])?(?:\s*\([^()]{1,20}\))?\s*:?\s*([\dX][\dXx\s\u2010-\u2015-]{8,20}[\dXx])/gu;
const isbnLabel = /^(?:e-?)?ISBN(?:-1[03])?(?:\s*\([^()]{1,20}\))?\s*:?$/iu;
const citing =
  /(?<!\p{L})(?:cite|citation|citar|citare|zitier\p{L}+|citer|citaat|referentie|citat|doi|digital object identifier)(?!\p{L})/iu;

/**
 * The DOI and ISBN of the work itself, not those it cites: bare, as records have them. A DOI of the text is its own where
 * a label or its own citation says so, or it is the only one above the references; an ISBN by its label, above them too.
 */
export function findIdentifiers(page: PageText): { doi: Found | null; isbn: Found | null } {
  const all = linesOf(page);
  const end = all.findIndex((line, at) => at > 5 && references.test(line.trim()));
  const lines = end < 0 ? all : all.slice(0, end);
  return { doi: page.metadata.dois[0] ?? ownDoi(page, lines), isbn: page.metadata.isbns[0] ?? ownIsbn(page, lines) };
}

function ownDoi(page: PageText, lines: readonly string[]): Found | null {
  const found = lines.flatMap((line, at) =>
    [...line.slice(0, 5_000).matchAll(doi)].flatMap(([written, bare = '']) => {
      const value = tidyDoi(bare.replace(/[.,;:)\]}]+$/, ''));
      const isLabelled = line.length < 80 || citing.test(line.slice(0, 60)) || citing.test(lines[at - 1] ?? '');
      return isDoi(value) ? [{ value, written, isLabelled }] : [];
    }),
  );
  const different = new Set(found.map(({ value }) => value));
  const own = found.find(({ isLabelled }) => isLabelled) ?? (different.size === 1 && page.text.length < 10_000 ? found[0] : undefined); // prettier-ignore
  return own ? foundIn(page, own.value, own.written, own.isLabelled ? 0.85 : 0.5) : null;
}

function ownIsbn(page: PageText, lines: readonly string[]): Found | null {
  for (const [at, own] of lines.entries()) {
    if (own.length > 2_000) continue;
    const line = isbnLabel.test(own.trim()) ? `${own} ${lines.slice(at + 1).find((next) => next.trim()) ?? ''}` : own;
    for (const [written, digits = ''] of line.matchAll(isbn)) {
      const value = tidyIsbn(digits);
      if (isIsbn(value)) return foundIn(page, value, written, 0.85);
    }
  }
  return null;
}
