/** Presses of Shift further apart than this are not meant as one wish. */
const together = 2_000;

/**
 * A way out at once: by the link, and by pressing Shift three times and nothing between. The page goes blank before the
 * other is there, and its place in the history is taken; what came before in the history stays, so nothing else is said.
 * Never Esc: it stops the loading of the very page that is to come.
 */
export function leaveAtOnce(link: HTMLAnchorElement): void {
  const leave = (): void => {
    document.body.hidden = true;
    document.title = '\u200b';
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab is the reader's own wish
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  let isAlone = false;
  document.addEventListener('keydown', ({ key, repeat }) => {
    if (repeat) return;
    isAlone = key === 'Shift';
    if (!isAlone) presses = []; // a capital letter, say
  });
  document.addEventListener('keyup', ({ key, timeStamp }) => {
    if (key !== 'Shift' || !isAlone) return;
    presses = [...presses.filter((time) => timeStamp - time < together), timeStamp];
    if (presses.length >= 3) leave();
  });
  // Who comes back on purpose is to find the page, not a blank one.
  addEventListener('pageshow', () => {
    document.body.hidden = false;
  });
}
