/** A date as far as it is known: `2021` → [2021], `2021-03` → [2021, 3]. */
export type DateParts = [year: number, month?: number, day?: number];

/** The parts of a date that are known; undefined where it is none. No format may be told more of it. */
export function datePartsOf(date: string | undefined): DateParts | undefined {
  return date && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date) ? (date.split('-').map(Number) as DateParts) : undefined;
}

/** The type of XML Schema that says how much of a date is known. */
export function dateTypeOf(date: string): 'xsd:gYear' | 'xsd:gYearMonth' | 'xsd:date' {
  return date.length === 4 ? 'xsd:gYear' : date.length === 7 ? 'xsd:gYearMonth' : 'xsd:date';
}
