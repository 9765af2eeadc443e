import type { Names } from '../names/names.ts';
import { knownOrganisation } from './organisations.ts';

/** A title without the organisation that stands behind it (`Report 2021 - KOK`): it is not a part of it. */
export function withoutOrganisation(title: string, names: Names): string {
  const [, rest, last] = /^(.*\S)\s+[-–—|·]\s+(\S.*)$/s.exec(title) ?? [];
  const isBehind = rest && last && rest.split(/\s+/).length > 1 && knownOrganisation(last, names) !== null;
  return isBehind ? rest : title;
}
