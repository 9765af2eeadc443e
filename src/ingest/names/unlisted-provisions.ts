import { isOf, provisionsIn } from './provisions.ts';

/** What codes of crimes, and German laws by their short names, are called where a provision of them is cited. */
const code = new RegExp(
  `^[\\s,]*(?:${[
    'StGB|Strafgesetzbuch(?:e?s)?|\\p{Lu}\\p{L}{1,12}G(?:/EU)?|(?:GWB|BGB|HGB|SGB)(?: [IVX]{1,4})?|StPO|GewO',
    'Code [Pp]énal|Código [Pp]enal|Codul(?:ui)? [Pp]enal|[Cc]odice [Pp]enale|Kodi(?:t|n)? Penal|C\\.\\s?P\\.|c\\.\\s?p\\.',
    'Wetboek van Strafrecht|Strafwetboek|Sr|Sw|(?:Criminal|Penal) Code',
    'Kazneno\\p{L}{1,2} zakon\\p{L}{0,4}|Kazneni\\p{L}? zakon\\p{L}{0,4}|Krivičn\\p{L}{1,3} zakon\\p{L}{0,4}|Кривичн\\p{L}{1,3} закон\\p{L}{0,4}',
    'Наказателн\\p{L}{1,3} кодекс|НК|(?:Кримінальн\\p{L}{1,4} кодекс\\p{L}{0,2}|КК)(?: України)?|[Kk]odeks\\p{L}{0,2} karn\\p{L}{1,3}|k\\.\\s?k\\.',
    'Trestn\\p{L}{1,4} zákon\\p{L}{0,4}|Ποινικ\\p{L}{1,3} Κώδικ\\p{L}{1,2}|Btk\\.?',
  ].join('|')})(?![\\p{L}\\d])`,
  'u',
);

const longestCode = 40; // UTF-16 code units
const longestGap = 30;

/** Provisions of codes by number and code that no law of the catalogue is meant by: `§ 233 StGB`, `art. 603-bis c.p.` */
export function* unlistedProvisions(text: string): Generator<{ start: number; end: number }> {
  for (const { start, end } of provisionsIn(text)) {
    const behind = text.slice(end, end + longestGap + longestCode);
    for (const { index } of [{ index: 0 }, ...behind.slice(0, longestGap).matchAll(/(?<=[\s’'])(?=\S)/gu)]) {
      if (!isOf(behind.slice(0, index))) break;
      const called = code.exec(behind.slice(index));
      if (!called) continue;
      yield { start, end: end + index + called[0].length };
      break;
    }
  }
}
