import { LRUCache } from 'lru-cache';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { createContext } from '../api/context.ts';
import { relatedAnswer } from '../api/related-answer.ts';
import { resolveId } from '../api/resolve-id.ts';
import type { Catalogue } from '../catalogue.ts';
import { derived } from '../projection/derived.ts';
import { queryOf } from './query-of.ts';
import { readRelatedQuestion } from './related-question.ts';
import { readJson } from './read-json.ts';
import { allowAsking, json, Problem, openToAnySite, sendCacheableText, sendMoved, sendText } from './responses.ts';
import { sizeOf, tagged, type Tagged } from './tagged.ts';

/** Answers given already, as long as the graph stays as it is: what most sites ask for is asked for again and again. */
const knownAnswers = derived(
  () =>
    new LRUCache<string, Tagged>({
      maxSize: 64_000_000,
      sizeCalculation: (answer, key) => sizeOf(answer) + key.length,
    }),
);

/**
 * Answers `GET /related?id=|url=|doi=&first=&language=&theme=&country=&publisher=` and `POST /related` with a text: the
 * related list as plain JSON, for any site.
 */
export async function answerRelated(
  catalogue: Catalogue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  openToAnySite(response);
  if (request.method === 'OPTIONS') return allowAsking(response, 'GET, HEAD, POST', 'content-type');
  const query = queryOf(request);
  if (request.method === 'POST') {
    if (query)
      throw new Problem(
        400,
        'POST /related takes nothing in its address: put title, text, language and first into the body.',
      );
    return answerText(catalogue, request, response);
  }
  const known = knownAnswers(catalogue.projection);
  let answer = known.get(query);
  if (!answer) {
    const given = new URLSearchParams(query);
    const { to, args } = readRelatedQuestion('/related', given);
    const context = createContext(catalogue);
    const now = to.id === undefined ? undefined : await resolveId(context, to.id);
    if (now !== to.id) {
      given.set('id', now!);
      return sendMoved(response, `/related?${given}`);
    }
    answer = tagged(JSON.stringify(await relatedAnswer(context, to, args)));
    knownAnswers(context.projection).set(query, answer);
  }
  sendCacheableText(request, response, json, answer);
}

/** What is posted: a text, as in GraphQL's `RelatedTo`, how many items, and the language of the reader. */
const posted = z.strictObject({
  title: z.string().optional(),
  text: z.string().optional(),
  language: z.string().optional(),
  first: z.int().optional(),
});

/** The related list of a text. Nothing of the body is kept, logged or sent on. */
async function answerText(catalogue: Catalogue, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { first, ...to } = checkPosted(await readJson(request, 'a text as application/json: {"text": "…"}'));
  if (to.title === undefined && to.text === undefined) throw new Problem(400, 'Give a text, a title, or both.');
  const answer = await relatedAnswer(createContext(catalogue), to, { first: first ?? 6, language: to.language });
  response.setHeader('cache-control', 'no-store');
  sendText(request, response, json, JSON.stringify(answer));
}

function checkPosted(value: unknown): z.infer<typeof posted> {
  const result = posted.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Problem(
    400,
    `${issue!.path.join('.') || 'The body'}: ${issue!.message}. It takes title, text and language (texts) and first (a number).`,
  );
}
