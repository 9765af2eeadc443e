import { ReviewsDocument } from '../../client/operations.generated.ts';
import { deskWords } from '../../shown/desk-words.ts';
import { createBar } from './bar.ts';
import { createBench, type View } from './bench.ts';
import { createCompareView } from './compare-view.ts';
import { element } from './element.ts';
import { takeDropped } from './files.ts';
import { createKeyForm } from './key-form.ts';
import { createNotices } from './notices.ts';
import { createQueueView } from './queue-view.ts';
import { createReadView } from './read-view.ts';
import { holdRejections } from './rejections.ts';
import { openSession } from './session.ts';
import { listenForKeys } from './shortcuts.ts';

// The curators' desk: asks for a key, and then shows what waits. Nothing of it stands in an address or is stored.
const root = document.querySelector<HTMLElement>('#desk')!;
const home = root.dataset.home!.replace(/\?.*/, '');
const usualHold = 5; // seconds

const session = openSession(new URL(home, location.href).href, lock);
const shortcuts = listenForKeys();
const notices = createNotices();
const rejections = holdRejections(usualHold);
const bench = createBench({ session, shortcuts, notices, rejections, home, words: new Map() });

const reader = createReadView(bench);
const views: View[] = [createQueueView(bench), reader, createCompareView(bench)];
const bar = createBar(bench, views, usualHold, () => lock(deskWords.locked));
const work = element('div', { hidden: true }, bar.element, notices.element, ...views.map((view) => view.element));
const keyForm = createKeyForm(async (key) => {
  session.take(key);
  await bench.beside(async () => {
    await session.ask(ReviewsDocument, { first: 1 }); // whether it is a curator's
    keyForm.element.hidden = true;
    work.hidden = false;
    notices.clear();
    bar.show(bar.current());
  });
});
root.append(keyForm.element, work);
keyForm.ask('');

takeDropped(
  () => !work.hidden,
  (files) => {
    bar.show(reader);
    reader.give(files.map((file) => ({ name: file.name, file })));
  },
);

/** Forgets the key. What is open stays as it is behind the form, for whoever has another key of theirs. */
function lock(why: string): void {
  void rejections.flush();
  session.forget();
  work.hidden = true;
  keyForm.ask(why);
}

// Who comes back to the page finds it as it was at first: another may sit there by then.
addEventListener('pagehide', () => {
  void rejections.flush();
  session.forget();
  root.replaceChildren();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
