import type { PageMaker } from './answer-page.ts';
import { coverage } from './coverage-page.ts';
import { desk } from './desk-page.ts';
import { graph } from './graph-page.ts';
import { home } from './home-page.ts';
import { matrix } from './matrix-page.ts';
import { path } from './path-page.ts';
import { searchResults } from './search-page.ts';
import { timeline } from './timeline-page.ts';

/** The pages of the explorer by their paths. */
export const explorerPages: Record<string, PageMaker> = {
  '/': home,
  '/search': searchResults,
  '/timeline': timeline,
  '/matrix': matrix,
  '/coverage': coverage,
  '/path': path,
  '/graph': graph,
  '/desk': desk,
};
