import { kindOf, type Kind } from '../model.ts';
import type { Projection } from '../projection/projection.ts';
import { badInput } from './errors.ts';

/** The kinds of entity that each field of a filter names. */
const kindsOfField: Record<string, readonly Kind[]> = {
  countries: ['country'],
  themes: ['theme'],
  instruments: ['instrument'],
  publishers: ['organisation'],
  projects: ['project'],
  authors: ['person', 'organisation'],
  organisations: ['organisation'],
  memberOf: ['organisation'],
  broader: ['theme'],
  boundBy: ['instrument'],
  notBoundBy: ['instrument'],
};

/** The most values that one field of a filter takes. */
const mostValues = 100;

/**
 * Throws for a field of a filter with too many values, or with an id that is not in the catalogue or of another kind:
 * an id written wrongly would make a gap where there is none.
 */
export function checkValues({ numbers }: Projection, filter: object): void {
  for (const [field, values] of Object.entries(filter)) {
    if (!Array.isArray(values)) continue;
    if (values.length > mostValues)
      throw badInput(`filter: ${field} has ${values.length} values; the limit is ${mostValues}.`);
    const kinds = kindsOfField[field];
    if (!kinds) continue;
    for (const id of values as string[]) {
      const kind = kindOf(id);
      if (!kind || !kinds.includes(kind))
        throw badInput(
          `filter: ${field}: ${JSON.stringify(id.slice(0, 200))} is no id of ${kinds.join(' or ')}, such as "${kinds[0]}/…"; search or suggest find ids.`,
        );
      if (!numbers.has(id))
        throw badInput(
          `filter: ${field}: ${JSON.stringify(id.slice(0, 200))} is not in the catalogue, or no longer; search or suggest find ids.`,
        );
    }
  }
}
