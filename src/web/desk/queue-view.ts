import { ReviewsDocument, type ReviewKind } from '../../client/operations.generated.ts';
import { deskWords, filled } from '../../shown/desk-words.ts';
import type { Bench, View } from './bench.ts';
import { element } from './element.ts';
import { createList } from './list.ts';
import { createPane } from './pane.ts';
import { openQuestion, titleOf, type Question } from './questions.ts';

const sorts: Record<ReviewKind, [one: string, many: string]> = {
  DRAFT: [deskWords.draft, deskWords.drafts],
  DUPLICATE: [deskWords.duplicate, deskWords.duplicates],
  TRANSLATION: [deskWords.translation, deskWords.translations],
};
const kinds = Object.keys(sorts) as ReviewKind[];

/** What waits: the questions, a page of them after another, and the one that is open. */
export function createQueueView(bench: Bench): View {
  const pane = createPane(bench, deskWords.choose);
  const list = createList<Question>(deskWords.queue, lineOf, (question) =>
    pane.show(question && (() => openQuestion(bench, question, { take, again: list.open }))),
  );
  const counts = new Map<ReviewKind, number>();
  /** Held, but not sent yet: the server still calls them open. */
  const gone = new Set<string>();
  let kind: ReviewKind | undefined;
  let after: string | undefined;
  let isWhole = false;

  async function load(): Promise<void> {
    const { reviews } = await bench.session.ask(ReviewsDocument, { kind, after, first: 20 });
    after = reviews.pageInfo.endCursor ?? after;
    isWhole = !reviews.pageInfo.hasNextPage;
    counts.clear();
    for (const { kind, count } of reviews.kinds) counts.set(kind, count);
    const there = new Set(list.items().map(({ id }) => id));
    list.add(reviews.nodes.filter(({ id }) => !gone.has(id) && !there.has(id)));
    tellCounts();
  }
  async function refresh(): Promise<void> {
    await bench.rejections.flush();
    gone.clear();
    after = undefined;
    list.clear();
    pane.show(undefined);
    await load();
  }

  function take(question: Question): () => void {
    gone.add(question.id);
    count(question, -1);
    const place = list.remove(question);
    if (list.items().length === 0 && !isWhole) void bench.beside(load);
    return () => {
      gone.delete(question.id);
      count(question, 1);
      list.add([question], Math.min(place, list.items().length));
      list.open(question);
    };
  }
  function count({ kind }: Question, step: number): void {
    counts.set(kind, (counts.get(kind) ?? 0) + step);
    tellCounts();
  }

  const filters = [undefined, ...kinds].map((of) => {
    const choose = () => {
      kind = of;
      void bench.beside(refresh);
    };
    return { of, button: element('button', { type: 'button', onclick: choose }) };
  });
  const more = element('button', { type: 'button', onclick: () => void bench.beside(load) });
  const empty = element('p', { class: 'hint' });
  function tellCounts(): void {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const countOf = (of: ReviewKind | undefined) => (of ? (counts.get(of) ?? 0) : total);
    for (const { of, button } of filters) {
      button.textContent = `${of ? sorts[of][1] : deskWords.all} ${countOf(of)}`;
      button.setAttribute('aria-pressed', String(of === kind));
    }
    const left = countOf(kind) - list.items().length;
    more.hidden = isWhole || left <= 0;
    more.textContent = filled(deskWords.more, left);
    empty.hidden = list.items().length > 0 || left > 0;
    empty.textContent = kind ? deskWords.nothingOfKind : deskWords.nothingWaits;
  }

  return {
    name: deskWords.waiting,
    element: element(
      'section',
      { class: 'with-list', 'aria-label': deskWords.waiting },
      element(
        'div',
        { class: 'list-pane' },
        element('div', { class: 'filters', role: 'group', 'aria-label': deskWords.ofKind }, ...filters.map(({ button }) => button)), // prettier-ignore
        list.element,
        empty,
        more,
        element(
          'button',
          { type: 'button', class: 'quiet', onclick: () => void bench.attempt(refresh) },
          deskWords.reload,
        ),
      ),
      pane.element,
    ),
    open() {
      bench.shortcuts.set('list', [
        { key: 'j', label: deskWords.next, run: () => list.move(1) },
        { key: 'k', label: deskWords.previous, run: () => list.move(-1) },
      ]);
      void bench.beside(refresh);
    },
  };
}

function lineOf(question: Question): { title: string; sort: string; note: string } {
  const { kind, evidence } = question;
  return { title: titleOf(question), sort: sorts[kind][0], note: evidence[0] ?? '' };
}
