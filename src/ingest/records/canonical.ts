const byLanguage = new Set(['titles', 'names', 'prefLabel', 'altLabel']);

/**
 * The same record with what means the same said in one way: languages in the order of their tags, an item that a list
 * has twice only where it stands first, and neither empty lists nor empty objects. Fields keep their order.
 */
export function canonical<Value>(value: Value): Value {
  return inOneWay(value, false) as Value;
}

/** What is in one way already, as nearly everything is, is given back itself: copies would cost as much as reading. */
function inOneWay(value: unknown, sorted: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return once(value);
  const given = value as Record<string, unknown>;
  const names = Object.keys(given);
  let changed = sorted && names.some((name, at) => at > 0 && names[at - 1]! > name);
  if (changed) names.sort();
  const fields: unknown[] = [];
  for (const name of names) {
    const inner = inOneWay(given[name], byLanguage.has(name));
    if (inner !== given[name] || isNothing(inner)) changed = true;
    fields.push(inner);
  }
  if (!changed) return given;
  const result: Record<string, unknown> = {};
  names.forEach((name, at) => {
    if (!isNothing(fields[at])) result[name] = fields[at];
  });
  return result;
}

function once(list: unknown[]): unknown[] {
  if (list.length === 0) return list;
  if (typeof list[0] === 'string' && list.every((item) => typeof item === 'string'))
    return list.length === 1 || new Set(list).size === list.length ? list : [...new Set(list)];
  const items = new Map<string, unknown>();
  for (const item of list) {
    const inner = inOneWay(item, false);
    const key = JSON.stringify(inner);
    if (!items.has(key)) items.set(key, inner);
  }
  return [...items.values()];
}

function isNothing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  if (Array.isArray(value)) return value.length === 0;
  for (const _ in value) return false;
  return true;
}
