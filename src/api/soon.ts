/**
 * A value that is there already, or a promise of it. What is in memory is given as it is: a promise for every name in
 * every list costs more than the lists themselves.
 */
export type Soon<Value> = Value | Promise<Value>;

/** All of these values: at once where all are there. */
export function allSoon<Value>(values: readonly Soon<Value>[]): Soon<Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as Value[]);
}

/** What a function makes of a value: at once where it is there. */
export function soon<Value, Result>(value: Soon<Value>, make: (value: Value) => Result): Soon<Result> {
  return value instanceof Promise ? value.then(make) : make(value);
}
