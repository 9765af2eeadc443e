import type { Publication } from '../model.ts';
import { loadNodes, linked, type Context } from './context.ts';
import { labelOf } from './label.ts';
import { reasonOf, sentenceFor, type ToldReason } from './tell-reason.ts';
import { relatedConnection, type RelatedArguments, type RelatedTarget } from './related-list.ts';

/** Related resources as plain JSON: what `GET /related`, the command line and the widget show. */
export interface RelatedAnswer {
  /** The id is null for a text that is not in the catalogue. */
  target: { id: string | null; title: string };
  items: RelatedAnswerItem[];
  /** The revision of the graph by which it was ranked. */
  revision: number;
}

export interface RelatedAnswerItem {
  id: string;
  title: string;
  language: string | null;
  url: string | null;
  date: string | null;
  publishers: { id: string; name: string }[];
  /** 0–1, against what the target itself would score. */
  score: number;
  /** One sentence, of the two strongest reasons. */
  why: string;
  /** Strongest first; the shares sum to 1. The id is null where words are shared: then `name` is some of them. */
  reasons: ToldReason[];
  /** Translations and editions of the same work. */
  alsoIn: { id: string; title: string; language: string | null; url: string | null }[];
}

/** The related list of a target, with the names of all that its reasons speak of, in `language` where there are any. */
export async function relatedAnswer(
  context: Context,
  to: RelatedTarget,
  args: RelatedArguments,
): Promise<RelatedAnswer> {
  const { projection, loaders } = context;
  const { edges, target, title } = await relatedConnection(context, to, args);
  const id = target === null ? null : projection.ids[target]!;
  const record = id === null ? null : await loaders.record.load(id);
  const items = await Promise.all(
    edges.map(async (edge): Promise<RelatedAnswerItem | null> => {
      const id = projection.ids[edge.item.publication]!;
      const publication = (await loaders.record.load(id)) as Publication | null;
      if (!publication) return null;
      const shared = edge.item.reasons;
      const [publishers, alsoIn, reasons, why] = await Promise.all([
        linked(context, id, 'PUBLISHED_BY'),
        loadNodes(context, edge.item.alsoIn),
        Promise.all(shared.map((thing) => reasonOf(context, edge, thing))),
        sentenceFor(context, edge, shared),
      ]);
      return {
        ...headOf(publication),
        date: publication.date ?? null,
        publishers: publishers.map((publisher) => ({ id: publisher.id, name: labelOf(publisher, args.language) })),
        score: rounded(edge.score),
        why,
        reasons: reasons.map((reason) => ({ ...reason, share: rounded(reason.share) })),
        alsoIn: (alsoIn as Publication[]).map(headOf),
      };
    }),
  );
  return {
    target: { id, title: record ? labelOf(record, args.language) : (title ?? '') },
    items: items.filter((item) => item !== null),
    revision: projection.revision,
  };
}

const headOf = ({ id, title, language, url }: Publication) => ({
  id,
  title,
  language: language ?? null,
  url: url ?? null,
});

/** Enough digits to compare by, few enough to read. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
