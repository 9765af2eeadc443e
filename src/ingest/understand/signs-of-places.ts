import { isWeekday, labelBefore } from '../dates/date-labels.ts';
import { withoutWeekday, type Sign } from './dated-line.ts';

const yearAlone = /^\D{0,3}(?:19|20)\d\d\D{0,3}$/;

/** From an hour to another: an event. */
const hours =
  /\d{1,2}(?:[:.h]\d{2})?\s*(?:uhr|h|am|pm)?\s*(?:[-–—]|to|bis|à|a|tot)\s*\d{1,2}(?:[:.h]\d{2}|\s*(?:uhr|h|am|pm))/i;

/** An author or a section beside a date that begins or ends its line. */
const hasByline = (before: string, after: string): boolean =>
  /^[\s|•·–—-]*$/.test(before)
    ? /^\s*(?:[|•·,–—/-]|(?:by|von|por|par|di|de|door|od|in)\s)/iu.test(after)
    : after.trim() === '' && /[|•·–—/]\s*$/.test(before);

/** The hour of an event, beside the label of its day. */
const hourLabel =
  /^(?:time|uhrzeit|horaires?|heure|hora|horario|tijd|aanvang|ora|orario|vreme|време|godzina|ώρα|čas|időpont|klockan|tid)\s*(?::|$)/imu;

/** Whether there is a longer word than those that stand beside a date alone, but the names of days. */
function hasLongWord(text: string): boolean {
  const found = /(?<![\p{L}-])\p{L}{8,}(?![\p{L}-])/u.exec(text)?.[0];
  return found !== undefined && !isWeekday(found.toLowerCase());
}

/** A line that is the date alone, perhaps with the hour, an author or a section. */
export const standsAlone: Sign = ({ before, after, previous, next, around, precision, above }) => {
  const mayHaveByline = precision === 'day' && above < 12 && hasByline(before, after);
  if (!mayHaveByline && (hasLongWord(before) || hasLongWord(after))) return 0; // most lines
  const rest = withoutWeekday(`${before} ${after}`).replace(
    /\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|\b(?:uhr|am|pm|cet|gmt|h)\b/giu,
    '',
  );
  const isAlone = !/[\p{L}\d]/u.test(
    rest.replace(/(?<!\p{L})(?:den|le|el|il|the|on|god(?:ine)?|године|год|р|r|roku|g|u|у)(?!\p{L})/giu, ''),
  );
  if (!isAlone) return mayHaveByline && rest.length <= 40 ? 0.6 : 0;
  if (hours.test(`${before} ${after}`)) return 0;
  if (labelBefore(`${previous}:`)?.label === 'date' && hourLabel.test(around)) return 0;
  if (precision === 'day') return above < 15 ? 0.75 : above < 60 ? 0.4 : 0;
  if (precision === 'month') return above < 40 ? 0.65 : 0.3;
  return above < 25 && !yearAlone.test(previous) && !yearAlone.test(next) ? 0.5 : 0; // a list of years is an archive
};

const place =
  /^[("„“«–-]?\s*(\p{Lu}[\p{L}.'’-]*(?:[ /]+\p{L}[\p{L}.'’-]*){0,3}(?:\s?\([\p{L} .-]{2,24}\))?)\s*([,/(–-]?)\s*(?:(?:den|am|le|el|il|the|on|dana|a|ai|dne)(?:\s|$))?$/u;
const noPlace =
  /^(?:on|in|at|by|am|im|ab|bis|le|la|les|el|il|the|since|from|until|op|na|dana|au|en|em|no|ten|den|dne|yesterday|last|during|as|after|before|nach|seit|vor|depuis|desde|dal|sinds|od|u|îl|pe|la|din|a|o|à|até|para|i|y|e)$/iu;

/** `Madrid, 28 de marzo de 2019.` at the begin of a text or, as a signature, at its end; `Berlin, 2021` as a line. */
export const byDateline: Sign = ({ before, after, precision, above, below, line }) => {
  const [, where, comma] = place.exec(withoutWeekday(before)) ?? [];
  if (!where || noPlace.test(where.split(/[\s/]/)[0]!) || (above > 25 && below > 12)) return 0;
  const isLine = after.replace(/[\s.,:;)]|godine|god|године|год|r\.?$/gu, '') === '';
  if (precision === 'day' && comma && (isLine || /^\s*(?:[.:)–—(/-]|,\s|\p{L}{0,5}\.?\s*[-–—]|godine|â)/u.test(after)))
    return above > 25 ? 0.6 : 0.72;
  if (precision === 'month' && comma && isLine) return 0.62;
  return precision === 'year' && comma === ',' && isLine && line.length < 60 ? 0.52 : 0;
};

const season =
  /^\s*(?:spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno|voorjaar|lente|zomer|najaar|herfst|inverno|estate|autunno|verão|outono|proleće|leto|jesen|zima|vår|höst)[\s,]*$/iu;
const pageCount =
  /^[\s.]*[,;•·|–-]\s*\d{1,4}\s*(?:pages?|pp?\.|seiten|págs?\.|páginas|pagina['’]?s|pagine|pagini|strana)(?!\p{L})/iu;

/** `Spring 2004 · 32 pages · Dublin`. */
export const opensLine: Sign = ({ before, after, above, line }) => {
  if (above > 40 || line.length > 120) return 0;
  if (before.trim() === '' && pageCount.test(after)) return 0.6;
  return season.test(before) && /^\s*(?:[,;•·|–-]|$)/.test(after) ? 0.55 : 0;
};
