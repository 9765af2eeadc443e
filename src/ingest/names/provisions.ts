/**
 * Provisions of laws as they are cited in en, de, fr, es, nl, ro, it, pt, sr (both scripts), bg and pl. The normal form is
 * `art. 4`, `art. 10(3)`, `art. 10–13`, `art. 177 bis, 318`: `§` where the text has it, `s.` for sections, else `art.`;
 * paragraphs and what is below them in brackets, what is cited together in one row.
 */
export interface Provision {
  /** In UTF-16 code units of the text that was given. */
  start: number;
  end: number;
  /** Its normal form. */
  form: string;
  /** Its numbers, folded, without sign and paragraph: `104a`, `177bis`. */
  numbers: string[];
}

const sign =
  '§§?|[Aa]rt(?:s?\\.|icles?|ikel[ns]?|ículos?|igos?|icol[oie]|icolul(?:ui)?|icolele|\\.?)|ART\\.?|[Ss]ections?|[Nn]eni[nt]?|[Άά]ρθρ(?:ο|ου|α)|[Сс]татт(?:я|ю|і|ею)|[Čč]l(?:an(?:a|u|om|ovi|ova|ovima)?|anak|ank[aue]|\\.)|[Чч]л(?:ан(?:а|у|ом|ови|ова)?|ен(?:а|ове)?|\\.)';
const number =
  '\\d{1,4}(?:[a-zа-я]{1,2}(?!\\p{L})|-[a-zа-я](?![\\p{L}\\d])|[A-DΑ-Δ](?!\\p{L})|-?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)(?!\\p{L}))?(?:-\\d{1,2}-\\d{1,2})?(?:[ \\u00A0](?:bis|ter|quater|quinquies|Bis|Ter)\\b(?!\\s\\d))?(?:\\.?[º°]|\\.(?=\\s(?:st|ст|i\\s|и\\s|\\p{Lu}\\p{Ll}+(?:og|ог)\\s)))?';
const below =
  '(?:[ \\u00A0]?\\(\\w{1,4}\\)|\\.\\d{1,2}(?![\\d.]*\\d)|\\.?,?\\s{1,2}(?:Abs(?:\\.|atz)?|S(?:atz|\\.)|st(?:\\.|avk[aue]|av(?:a|om)?)|ст(?:\\.|ав(?:а|ом)?)|t(?:\\.|ačka|ač\\.)|тачк[ае]|lid|sub|alin(?:\\.|eat?|éa|iatul)|al\\.|ал\\.|§|par(?:\\.|agraph|ágrafo|agrafo)|apartado|comma|co\\.|n\\.\\s?[º°]|lit\\.|Nr\\.|Z(?:iffer|\\.)?)[ \\u00A0]?\\(?[0-9a-z]{1,3}\\)?(?![\\p{L}\\d])(?:(?<=\\s(?:st\\.|stav|stava|stavom|stavk[aue]|ст\\.|став|става|ставом)\\s\\d{1,2})\\.(?=\\s\\p{Lu}))?)';
const one = `${number}${below}{0,3}`;
const joined = '(?:\\s?[–-]\\s?|,\\s|\\s(?:and|to|or|und|bis|et|à|y|e|a|și|en|tot|i|do|ili|или|и)\\s)';
/** `§§ 232 ff.`, `et suivants` */
const andOn =
  '\\s?ff?\\.|\\s(?:e\\s|y\\s)?ss\\.|\\set\\s(?:suivants|s\\.|seq\\.)|\\s(?:y|e)\\s(?:siguientes|seguintes|seguenti)|\\sși\\s(?:următoarele|urm\\.)|\\sen\\svolgende';
const cited = new RegExp(
  `(?<![\\p{L}\\d])(?:${sign})[ \\u00A0]?${one}(?:${joined}(?:${sign})?[ \\u00A0]?${one}){0,5}(?:${andOn})?(?![\\p{L}\\d])`,
  'gu',
);

/** The provisions that a text cites, in its order; two numbers that a comma parts are one citation. */
export function provisionsIn(text: string): Provision[] {
  if (!/\d/.test(text)) return [];
  const found: Provision[] = [];
  for (const { 0: written, index } of text.matchAll(cited)) {
    const numbers = [...bare(written).matchAll(new RegExp(number, 'gu'))].map(([found]) =>
      found.replace(/[\s.º°]|-(?=[a-z])/g, '').toLowerCase(),
    );
    if (numbers.length === 0) continue;
    found.push({ start: index, end: index + written.length, form: formOf(written), numbers });
  }
  return found;
}

/** Without what is below an article. */
const bare = (written: string) => written.replace(new RegExp(`(${number})${below}{0,3}`, 'gu'), '$1');

function formOf(written: string): string {
  const bare = written.replace(new RegExp(`(?:${andOn}|(?<=\\d)\\.)$`, 'u'), '');
  const mark = written.startsWith('§') ? '§' : /^s/i.test(written) ? 's.' : 'art.';
  const numbers = bare
    .replace(new RegExp(`(?:${sign})(?=[ \\u00A0]?\\d)`, 'gu'), '')
    .replace(new RegExp(`(${number})(${below}{0,3})`, 'gu'), (_, at: string, under: string) => {
      const parts = [...under.matchAll(/(?:^|[^\p{L}\d])\(?([0-9]{1,3}[a-z]?|[a-z])\)?(?![\p{L}\d])/gu)];
      return at.replace(/[.º°]/g, '').replace(/[\s\u00A0]+/g, ' ') + parts.map(([, part]) => `(${part})`).join('');
    })
    .replace(/\s?[–-]\s?(?=\d+(?:$|[,(\s]))(?<!\d-\d{1,2}-)/gu, '–')
    .replace(/\s(?:to|bis|à|a|tot|do)\s(?=\d)/gu, '–')
    .replace(/,?\s(?:and|or|und|et|y|e|și|en|i|ili|или|и)\s/gu, ', ');
  return `${mark} ${numbers.trim()}`;
}

/** Little words between a provision and its law: `of the`, `der`, `de la`, `din`. At most 30 characters of them. */
export const isOf = (between: string): boolean =>
  between.length <= 30 &&
  /^[\s,]*(?:(?:of|the|to|in|under|said|this|its|der|des|dem|die|das|du|de|la|le|les|el|los|las|del|della|delle|dello|dei|il|lo|do|da|dos|das|van|het|din|al|a|ale|iz|og|ovog|ove|из|на|от|z|të|του|της|eerste|tweede|derde|vierde|vijfde|lid)[\s,]+|[lLdD][’']|de l[’']|dell[’']){0,5}$/u.test(
    between,
  );

/** What parts a law from a provision behind it: `Charter (Article 4)`, `CETS 197, art. 10`. */
export const isBefore = (between: string): boolean => /^\s?[,(–-]?\s?(?:in\s)?$/u.test(between);
