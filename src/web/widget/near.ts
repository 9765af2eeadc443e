/** Calls back once an element is near what the reader sees; gives what ends the waiting. */
export function whenNear(element: Element, then: () => void): () => void {
  return watch(element, '600px 0px', true, then);
}

/** Calls back once an element is out of sight: then its height may change without anything moving under the reader. */
export function whenUnseen(element: Element, then: () => void): () => void {
  return watch(element, '0px', false, then);
}

function watch(element: Element, rootMargin: string, wanted: boolean, then: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)!.isIntersecting !== wanted) return;
      observer.disconnect();
      then();
    },
    { rootMargin },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
