import { datesIn, type Reading } from '../dates/written-dates.ts';
import type { Found } from '../found.ts';
import { wordsOf } from '../../fold.ts';
import type { DatedLine, Sign } from './dated-line.ts';
import { byCitation, byImprint, closesLine, followsTitle } from './signs-of-imprints.ts';
import { byDownload, byGazette, byIssueNumber, byLabel, byNewsletter, isOther } from './signs-of-labels.ts';
import { byDateline, opensLine, standsAlone } from './signs-of-places.ts';

const signs: Sign[] = [
  byLabel, byDownload, byGazette, byNewsletter, byIssueNumber, standsAlone, byDateline, opensLine, closesLine, byCitation,
  followsTitle, byImprint,
]; // prettier-ignore

/** What stands over cards of other pages and lists of other works: only labels and downloads tell below it. */
const otherPages =
  /^\s*(?:related(?: \p{L}+)?|similar(?: \p{L}+)?|recent posts|latest news|you (?:may|might) also like|see also|more news|references|bibliography|relacionad[oa]s?|artículos relacionados|ver también|referencias|bibliografía|ähnliche \p{L}+|verwandte \p{L}+|weitere (?:meldungen|artikel|beiträge)|literatur(?:verzeichnis)?|articles? (?:similaires?|liés?)|voir aussi|lire aussi|à lire aussi|bibliographie|gerelateerd(?: nieuws)?|gerelateerde \p{L}+|vergelijkbare documenten|zie ook|literatuur|articole (?:similare|asemănătoare)|documente similare|s-ar putea să vă placă(?: și)?|bibliografie|articoli correlati|leggi anche|bibliografia|veja também|artigos relacionados|referências|povezano|povezane vesti|slični \p{L}+|slične \p{L}+|pročitajte još|literatura|повезано|сличн\p{L}+ \p{L}+|литература|powiązane|podobne \p{L}+|relaterat|relaterade \p{L}+)\s*[:…]?\s*$/iu;

/** So many lines from the begin and from the end a date of issue is looked for. */
const searched = 400;
const searchedAtEnd = 60;
const longestLine = 2_000; // UTF-16 code units; only the begin and the end of a longer one are read

/** The dates that the lines of a text give for the issue of what it is about; a bare year in the margin says little. */
export function datedLines(text: string, title: string, reading: Reading, isMargin = false): Found[] {
  const found: Found[] = [];
  const lines = linesOf(text);
  const titleWords = wordsOf(title);
  const end = lines.findIndex(({ line }, at) => at > 2 && line.length < 60 && otherPages.test(line));
  lines.forEach(({ line, start }, above) => {
    if (!/(?:19|20)\d\d/.test(line) || (above > searched && lines.length - above > searchedAtEnd)) return;
    for (const date of datesIn(line, reading)) {
      if (date.period) continue;
      const dated: DatedLine = {
        line,
        above,
        below: lines.length - above - 1,
        previous: lines[above - 1]?.line ?? '',
        next: lines[above + 1]?.line ?? '',
        // Few signs ask for it.
        get around() {
          const near = lines.slice(Math.max(0, above - 5), above + 6);
          return near.map(({ line }) => line.slice(0, 100)).join('\n');
        },
        date,
        before: line.slice(0, date.start),
        after: line.slice(date.end),
        precision: date.value.length === 4 ? 'year' : date.value.length === 7 ? 'month' : 'day',
        title: titleWords,
      };
      const sign = isOther(dated)
        ? 0
        : Math.max(...(end >= 0 && above > end ? [byLabel, byDownload] : signs).map((sign) => sign(dated)));
      const confidence = date.ambiguous ? sign * 0.8 : sign;
      if (confidence === 0 || (isMargin && dated.precision === 'year' && confidence < 0.6)) continue;
      const place = {
        from: 'text',
        text: line.slice(date.start, date.end),
        start: start + date.start,
        end: start + date.end,
      } as const;
      found.push({ value: date.value, confidence, place });
    }
  });
  return found;
}

function linesOf(text: string): { line: string; start: number }[] {
  const lines: { line: string; start: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      if (line.length <= longestLine) lines.push({ line, start });
      else {
        lines.push({ line: line.slice(0, longestLine / 2), start });
        lines.push({ line: line.slice(-longestLine / 2), start: start + line.length - longestLine / 2 });
      }
    start += line.length + 1;
  }
  return lines;
}
