import type { Mention } from './mentions.ts';
import type { Names, Sort } from './names.ts';
import { isBefore, isOf, provisionsIn, type Provision } from './provisions.ts';

/** A provision of an instrument, and where both are named. */
export interface Cited {
  id: string;
  form: string;
  start: number;
  end: number;
}

/** What instruments are called where they were named before. What follows must not go on as another name does. */
const short: Record<Sort, string> = {
  convention: 'Convention|Konvention|Übereinkommens?|Convención|Convenio|Convenzione|Convenção|Verdrag|Convenți[ae]i?|Konvencij[aeu]|Конвенциј[аеу]',
  protocol: 'Protocole?|Protokolls?|Protocolo|Protocollo|Protocolul(?:ui)?|Protokol[au]?|Протокол[ау]?',
  directive: 'Directive|Richtlinie|Directiva|Direttiva|Diretiva|[Rr]ichtlijn|Directive[i]?|Direktiv[aeu]|Директив[аеу]',
  regulation: 'Regulation|Verordnung|Règlement|Reglamento|Regolamento|Regulamento|[Vv]erordening|Regulamentul(?:ui)?|Uredb[aeu]|Уредб[аеу]',
  charter: 'Charter|Charta|Charte|Carta|Handvest|Cart[ae]i?|Povelj[aeu]|Повељ[аеу]',
  act: 'Act',
}; // prettier-ignore
const goesOn =
  /^ (?:on|against|relating|concerning|for|sur|contra|contre|über|gegen|zur|zum|sobre|contro|sulla|inzake|tegen|privind|cu privire|o|protiv|о|против|\d|\()/u;
const sorts = Object.entries(short).map(
  ([sort, words]) => [sort as Sort, new RegExp(`^(?:${words})(?![\\p{L}\\d-])`, 'u')] as const,
);

const lawBefore = new RegExp(
  `(?:${Object.values(short).join('|')})\\s(?:\\p{Ll}[\\p{L}’']*\\s){0,3}(?:[dl][’']|dell[’'])?$`,
  'u',
);

/** True where what begins at `start` only says whose a law is: `Convention du Conseil de l’Europe`. */
export const isOfLaw = (text: string, start: number): boolean => {
  const words = lawBefore.exec(text.slice(Math.max(0, start - 40), start))?.[0];
  return words !== undefined && isOf(words.slice(words.search(/\s/)));
};

/**
 * The provisions that a text cites of instruments it names: `Article 4 of the Charter of …`, `CETS 197, art. 10`; and of the
 * one that `Article 10 of the Convention` can only mean, as `named` has no other of its sort.
 */
export function citedProvisions(text: string, mentions: Mention[], names: Names, named: ReadonlySet<string>): Cited[] {
  const laws = mentions.filter(({ id }) => id?.startsWith('instrument/'));
  const found: Cited[] = laws.flatMap(({ id, provision, start, end }) =>
    provision ? [{ id: id!, form: provision, start, end }] : [],
  );
  for (const provision of provisionsIn(text)) {
    if (laws.some((law) => law.start < provision.end && provision.start < law.end)) continue;
    const law = lawOf(text, provision, laws) ?? shortNamed(text, provision, names, named);
    if (law) found.push({ ...law, form: provision.form });
  }
  return found;
}

/** `artikel 4 van het Europees Verdrag`: of a law that nobody has named so, and not of the one before it. */
const ofAnother = /^\s(?:of|der|des|du|de|del|della|do|da|van|din|al)\s(?:\p{Ll}{2,3}\s)?\p{Lu}/u;

function lawOf(text: string, { start, end }: Provision, laws: Mention[]) {
  const law =
    laws.find((other) => other.start >= end && isOf(text.slice(end, other.start))) ??
    (ofAnother.test(text.slice(end, end + 40))
      ? undefined
      : laws.find((other) => other.end <= start && isBefore(text.slice(other.end, start))));
  return law && { id: law.id!, start: Math.min(law.start, start), end: Math.max(law.end, end) };
}

function shortNamed(text: string, { start, end }: Provision, names: Names, named: ReadonlySet<string>) {
  const word = /[\p{L}’']+/gu;
  word.lastIndex = end;
  for (let found = word.exec(text); found && isOf(text.slice(end, found.index)); found = word.exec(text)) {
    const rest = text.slice(found.index, found.index + 60);
    for (const [sort, called] of sorts) {
      const here = called.exec(rest)?.[0];
      if (!here || goesOn.test(rest.slice(here.length))) continue;
      const ids = [...named].filter((id) => names.sortOf.get(id) === sort);
      if (ids.length === 1) return { id: ids[0]!, start, end: found.index + here.length };
    }
    if (word.lastIndex - end > 40) break;
  }
  return null;
}
