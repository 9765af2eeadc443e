/**
 * A place for what the console would put into the browser's storage: it is gone with the page. Whoever opens this
 * browser next is not to see what was asked; some readers would be in danger.
 */
export function createMemoryStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    get length() {
      return kept.size;
    },
  };
}
