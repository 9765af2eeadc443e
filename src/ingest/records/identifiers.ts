import { tidyText } from '../text.ts';

/** A DOI without what is written before it: `https://doi.org/10.…`, `doi:10.…` and `10.…` become `10.…`, in lower case. */
export function tidyDoi(value: string): string {
  const text = tidyText(value);
  const address = /^(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/([^?#]*)/i.exec(text)?.[1];
  const bare = address === undefined ? text.replace(/^(info:)?doi[:/]?\s*/i, '') : unescaped(address);
  return tidyText(bare).replace(/[A-Z]+/g, (letters) => letters.toLowerCase()); // DOIs know case in ASCII only
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** True for a bare DOI. */
export const isDoi = (value: string) => /^10\.\d{4,9}\/\S+$/.test(value);

/** An ISBN without the spaces and hyphens in it: its 10 or 13 digits, the last one perhaps `X`. */
export const tidyIsbn = (value: string) => value.replace(/[\s\-\u2010-\u2015]/g, '').toUpperCase();

/** ISBN-10 (weights 10…1, modulo 11) or ISBN-13 (978 or 979, weights 1 and 3, modulo 10). */
export function isIsbn(value: string): boolean {
  const sum = (weight: (index: number) => number) =>
    [...value].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * weight(index), 0);
  if (/^\d{9}[\dX]$/.test(value)) return sum((index) => 10 - index) % 11 === 0;
  return /^97[89]\d{10}$/.test(value) && sum((index) => (index % 2 ? 3 : 1)) % 10 === 0;
}

/** What is wrong with an address of ORCID or ROR, or null; other addresses are not looked at. */
export function problemOfIdentity(address: string): string | null {
  const host = /^https?:\/\/(?:www\.)?(orcid|ror)\.org(?![\w.-])/i.exec(address)?.[1]?.toLowerCase();
  if (host === 'orcid') {
    const iD = /^https:\/\/orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/.exec(address)?.[1];
    if (!iD) return 'is not an ORCID iD such as https://orcid.org/0000-0002-1825-0097';
    if (!fitsOrcid(iD.replaceAll('-', ''))) return 'is not an ORCID iD: its check digit does not fit';
  }
  if (host === 'ror') {
    const id = /^https:\/\/ror\.org\/(0[a-hj-km-np-tv-z0-9]{6}\d{2})$/.exec(address)?.[1];
    if (!id) return 'is not a ROR id such as https://ror.org/05a28rw58';
    if (!fitsRor(id)) return 'is not a ROR id: its check digits do not fit';
  }
  return null;
}

/** ISO/IEC 7064, MOD 11-2. */
function fitsOrcid(iD: string): boolean {
  const total = iD
    .slice(0, 15)
    .split('')
    .reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  return '0123456789X'.indexOf(iD[15]!) === (12 - total) % 11;
}

/** ISO/IEC 7064, MOD 97-10, over the number that the first seven characters are in Crockford's base 32. */
function fitsRor(id: string): boolean {
  const number = id
    .slice(0, 7)
    .split('')
    .reduce((sum, sign) => sum * 32 + crockford.indexOf(sign), 0);
  return Number(id.slice(7)) === 98 - ((number * 100) % 97);
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
