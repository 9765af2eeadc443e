/** The same pages; while one is looked at, the next is on its way. */
export async function* oneAhead<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const iterator = pages[Symbol.asyncIterator]();
  const ask = () => {
    const asked = iterator.next();
    asked.catch(() => {}); // thrown when its turn has come
    return asked;
  };
  try {
    for (let next = ask(); ;) {
      const { value, done } = await next;
      if (done) return;
      next = ask();
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
