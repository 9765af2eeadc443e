/**
 * The promise's own outcome, or what `late` gives as an error when it takes longer than `milliseconds`. An answer that has
 * arrived while this process was busy with something else is not late, though it has not been read yet.
 */
export async function within<Result>(
  milliseconds: number,
  promise: Promise<Result>,
  late: () => Error,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let reading: NodeJS.Immediate | undefined;
  const deadline = new Promise<never>((_, reject) => {
    // Timers come before what has arrived in a turn of the event loop, and immediates after it.
    timer = setTimeout(() => (reading = setImmediate(() => reject(late()))), milliseconds);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
    clearImmediate(reading);
  }
}
