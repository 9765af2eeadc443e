/** Goes through all steps without a pause. */
export function atOnce<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Milliseconds of work after which others get a turn. */
const longestTurn = 8;

/** Goes through all steps, and lets whatever else waits have its turn every few milliseconds. */
export async function inTurns<Value>(steps: Generator<void, Value>): Promise<Value> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < longestTurn) continue;
    await new Promise((resume) => setImmediate(resume));
    began = performance.now();
  }
}
