import { labelBefore } from '../dates/date-labels.ts';
import { withoutWeekday, type DatedLine, type Sign } from './dated-line.ts';

/** The label of a date: before it in its line, or alone in the line above. */
function labelOf({ before, previous }: DatedLine) {
  const own = labelBefore(before);
  if (own || /[\p{L}\d]/u.test(withoutWeekday(before)) || previous.length > 50) return own;
  const above = labelBefore(`${previous}:`);
  return above?.alone ? above : undefined;
}

/** Whether a label says that a date is another one: of a change, an upload, an event. */
export const isOther = (dated: DatedLine): boolean => labelOf(dated)?.label === 'other';

/** `Published: 5 March 2021`, and below a cell `Date`. Beside the day of a change it is the page that was published. */
export const byLabel: Sign = (dated) => {
  const found = labelOf(dated);
  if (!found) return 0;
  const { label, marked, alone } = found;
  const stands = marked || (alone && dated.precision !== 'year');
  if (label === 'issue' && stands) return changed(dated) ? 0.75 : 0.9;
  if (label === 'issue' && alone && cameOut.test(dated.before)) return 0.6;
  if (label === 'date' && eventLabel.test(dated.around)) return 0;
  if (label === 'issue') return dated.above < 12 && dated.precision !== 'year' ? 0.42 : 0;
  if (!stands) return label === 'version' && alone && dated.line.length < 60 ? 0.55 : 0;
  return (
    { date: marked ? 0.85 : 0.6, posted: 0.75, version: 0.6, ...(dated.above < 12 && { created: 0.5, adopted: 0.5 }) }[
      label as 'date'
    ] ?? 0
  );
};

/** `Published in 2006`; `Jahr 2006` is not so. */
const cameOut =
  /^\P{L}*(?:first )?(?:publi[sc]h|issued|released|veröff|ersch|publi[éc]|paru|gepubl|versch|pubblicat|objavlj|објављ|izda[tn]o|издато|opublik|publicer)/iu;
/** The hour and the place beside a date make it an event's. */
const eventLabel =
  /^(?:time|venue|location|uhrzeit|veranstaltungsort|ort|lieu|horaires?|heure|hora|horario|lugar|tijd|locatie|ora|locul|luogo|orario|local|vreme|mesto|време|место)\s*(?::|$)/imu;

/** Whether another date in the line is that of a change: `Published: 5.11.2020 | Modified: 6.11.2020`. */
const changed = ({ after }: DatedLine): boolean => {
  const behind = /^[^|\n]{0,20}[|•·]\s*(?=\D{4,40}\d)(\D+)/.exec(after)?.[1];
  return behind !== undefined && labelBefore(behind)?.label === 'other';
};

const downloads =
  /^\)?[\s,.;|-]{0,4}(?:download\p{L}*|herunterladen|télécharger|descargar|scarica|baixar|transferir|descarcă|descarca|preuzmi|преузми|ladda ner|pobierz|letöltés)\s*(?:\(?[\s\p{L}\d.,]{0,16}\)?)?$/iu;

/** `Title - Publisher, 2004 DOWNLOAD`. */
export const byDownload: Sign = ({ before, after }) =>
  downloads.test(after.trim()) && /[\p{L})]\s*[,;(–—-]\s*$/u.test(before) ? 0.95 : 0;

const gazette =
  /(?:official journal|journal officiel|amtsblatt|bundesgesetzblatt|bgbl|službeni (?:glasnik|list)|službene novine|narodne novine|службени (?:гласник|лист)|monitorul oficial|gazzetta ufficiale|boletín oficial|diário da república|diário oficial|staatsblad|staatscourant|dziennik\p{L}* ustaw)[^\n]{0,40}$/iu;

/** `"Службени гласник РС", број 77 од 9. августа 2017.` below the head of an act. */
export const byGazette: Sign = ({ before, precision, above, line }) =>
  precision === 'day' && above < 12 && line.length < 140 && gazette.test(before) ? 0.5 : 0;

/** `opgenomen in de nieuwsbrief van december 2019`, `Newsletter May 2020`. */
export const byNewsletter: Sign = ({ before, precision }) =>
  precision !== 'year' && /(?:nieuwsbrief|newsletter|rundbrief|infobrief|infolettre|boletín|bolet[ií]m|bulletin|buletin\p{L}*|bilten\p{L}*|билтен\p{L}*|bollettino|nyhetsbrev|biuletyn\p{L}*)\W+(?:\p{L}+\W+){0,3}$/iu.test(before) ? 0.58 : 0; // prettier-ignore

/** `Vol. 7 No. 2 (2020)`. */
export const byIssueNumber: Sign = ({ before, precision, above }) =>
  precision === 'year' && above < 25 && /(?:vol(?:ume|umen)?|jg|jahrgang|jaargang|anno|année|n|no|nr|núm|br|broj|heft|issue|fasc)\.?º?\s?\d{1,3}\s?[,(]\s?$/iu.test(before) ? 0.55 : 0; // prettier-ignore
