import { neutralPage } from './frame.ts';
import { markup } from './html.ts';

/** The way out at once of a page in English that has no frame of the explorer: a plain link, which does without script. */
export const exitLink = markup`<a class="exit" id="exit" href="${neutralPage}" rel="noreferrer nofollow" title="Leads at once to a neutral page, as does pressing Shift three times. It does not erase what your browser has kept.">Leave this site</a>`;
