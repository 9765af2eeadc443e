import type { Instrument } from '../../model.ts';
import type { NamedEntity, Sort } from './names.ts';
import { numberedForms } from './numbered-laws.ts';
import { provisionsIn } from './provisions.ts';

const sorts: Record<string, Sort> = {
  treaty: 'convention',
  'treaty protocol': 'protocol',
  directive: 'directive',
  regulation: 'regulation',
  'primary law': 'charter',
  act: 'act',
};

/** What an instrument is called for short where it was named before: `the Convention`. */
export const sortOf = ({ type }: Instrument): Sort | undefined => sorts[type ?? ''];

/** Of a provision of a code, its number and what the code is called: what is left of its title and aliases without it. */
export function codeOf(instrument: Instrument): NamedEntity['code'] {
  const { type, title, aliases = [], identifiers = [] } = instrument;
  if (type !== 'code provision') return undefined;
  const texts = [title, ...aliases].map((text) => text.replace(/\s*\([^()]*\)/g, ''));
  const own = texts.flatMap((text) => provisionsIn(text))[0];
  if (!own) return undefined;
  const names = texts.flatMap((text) => {
    const [provision] = provisionsIn(text);
    if (!provision || provision.numbers[0] !== own.numbers[0]) return [];
    const code = `${text.slice(0, provision.start)} ${text.slice(provision.end)}`.replace(/^[\s,]+|[\s,]+$/g, '');
    // `Codul Penal al Republicii Moldova` is `Codul Penal` at home, `Asylgesetz 2005` mostly `Asylgesetz`.
    return [code, code.replace(/,? (al |of |Republike |\d).*$/u, ''), code.replace(/^\p{Lu}\p{Ll}+ (?=Criminal Code)/u, '')];
  }); // prettier-ignore
  const isCriminal = names.some((name) => /straf|penal|krivičn|kazn|criminal/i.test(name));
  return {
    number: own.numbers[0]!,
    form: own.form,
    names: [
      ...new Set([
        ...names.flatMap(dotted),
        ...identifiers,
        ...numberedForms(instrument),
        ...(isCriminal ? ['Criminal Code', 'Penal Code'] : []),
      ]),
    ].filter(Boolean),
  };
}

/** `C.P.` beside `CP`. */
const dotted = (name: string): string[] => (/^\p{Lu}{2,4}$/u.test(name) ? [name, [...name].join('.')] : [name]);
