/** The promise's own outcome, or an error that names `what` when it takes longer than `milliseconds`. */
export async function withDeadline<Result>(promise: Promise<Result>, milliseconds: number, what: string) {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer after ${milliseconds} ms: ${what}`)), milliseconds);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
