import type { Instrument } from '../../model.ts';

/** What a kind of law is called in the title of its record, and how else it is cited: in full, shortened, by its initials. */
interface Kind {
  title: RegExp;
  called: string[];
  /** Between the number and the year, beside the stroke. */
  of: string;
}

/** The title gives the number first, or behind the date; `(.+)` of `date` is how the title writes it. */
const kinds: Kind[] = [
  { title: /^Decreto legislativo (?<date>.+? (?<year>\d{4})), n\. (?<number>\d+)/, called: ['Decreto legislativo', 'D.Lgs.', 'Dlgs', 'D. Legislativo'], of: 'del' },
  { title: /^Legge (?<date>.+? (?<year>\d{4})), n\. (?<number>\d+)/, called: ['Legge', 'L.'], of: 'del' },
  { title: /^Legea nr\. (?<number>\d+)\/(?<year>\d{4})/, called: ['Legea', 'Legii', 'Law', 'L.'], of: 'din' },
  { title: /^Legea nr\. (?<number>\d+)-\p{Lu}+ din \d\d\.\d\d\.(?<year>\d{4})/u, called: ['Legea', 'Legii', 'Law', 'L.'], of: 'din' },
  { title: /^Ordin nr\. (?<number>[\d.]+) din .+? (?<year>\d{4})/, called: ['Ordin', 'Ordinul', 'Ordinului'], of: 'din' },
  { title: /^Ley Orgánica (?<number>\d+)\/(?<year>\d{4})/, called: ['Ley Orgánica', 'L.O.', 'LO'], of: 'de' },
  { title: /^Real Decreto (?<number>\d+)\/(?<year>\d{4})/, called: ['Real Decreto', 'R.D.', 'RD'], of: 'de' },
  { title: /^Resolução do Conselho de Ministros n\.º (?<number>\d+)\/(?<year>\d{4})/, called: ['Resolução do Conselho de Ministros', 'RCM'], of: 'de' },
  { title: /^Loi n° \d+-\d+ du (?<date>\d+ \p{L}+ (?<year>\d{4}))/u, called: ['Loi'], of: 'du' },
]; // prettier-ignore

const months = 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(' '); // prettier-ignore

/**
 * How laws with a number are cited beside their title: `d.lgs. 286/98`, `Legea 678/2001`, `legge n. 108 del 2010`, `RCM
 * n.º 80/2018`, `loi du 27 mars 2017`. Two digits of a year are enough for the laws of Italy alone.
 */
export function numberedForms({ title, adopted }: Pick<Instrument, 'title' | 'adopted'>): string[] {
  for (const { title: form, called, of } of kinds) {
    const { date, year, number } = form.exec(title)?.groups ?? {};
    if (!year) continue;
    if (!number) return called.map((name) => `${name} ${of} ${date}`);
    const plain = number.replaceAll('.', '');
    const stroke = [`${plain}/${year}`, ...(of === 'del' ? [`${plain}/${year.slice(2)}`] : [])];
    const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(adopted ?? '') ?? [];
    const dated = of === 'din' && month ? [`${plain} din ${Number(day)} ${months[Number(month) - 1]} ${year}`] : [];
    const behind = [...stroke, `${plain} ${of} ${year}`, ...dated];
    const sign = of === 'del' ? ['n.'] : of === 'din' ? ['nr.', 'no.'] : ['n.º'];
    return called.flatMap((name) => [
      ...behind.flatMap((end) => ['', ...sign].map((no) => [name, no, end].filter(Boolean).join(' '))),
      ...(date ? [`${name} ${date} n. ${plain}`, `${name} ${plain} ${of} ${date}`] : []),
    ]);
  }
  return [];
}
