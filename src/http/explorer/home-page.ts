import { OverviewDocument } from '../../client/operations.generated.ts';
import { homePage } from '../../explorer/home.ts';
import type { PageMaker } from './answer-page.ts';

/** `/`: where a reader begins. */
export const home: PageMaker = async ({ ask, site }) =>
  homePage(site, await ask(OverviewDocument, { first: 4, language: site.language }));
