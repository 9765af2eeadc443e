import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from '../api/context.ts';
import { relatedAnswer } from '../api/related-answer.ts';
import { resolveId } from '../api/resolve-id.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkParameters, Problem, sendCacheable, sendMoved } from './responses.ts';

const parameters = ['id', 'url', 'doi', 'first', 'language'] as const;

/** Answers `GET /related?id=|url=|doi=&first=&language=`: the related list as plain JSON, for any site, cacheable. */
export async function answerRelated(
  catalogue: Catalogue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  const given = new URL(request.url!, 'http://localhost').searchParams;
  checkParameters('/related', given, parameters);
  for (const name of new Set(given.keys()))
    if (given.getAll(name).length > 1) throw new Problem(400, `${name} was given more than once.`);
  const { first, language, ...to } = Object.fromEntries(given) as Partial<Record<(typeof parameters)[number], string>>;
  const size = first === undefined ? 6 : first.trim() === '' ? NaN : Number(first);
  if (!Number.isInteger(size)) throw new Problem(400, `first=${first} is not a whole number.`);
  const context = createContext(catalogue);
  const now = to.id === undefined ? undefined : await resolveId(context, to.id);
  if (now !== to.id) {
    given.set('id', now!);
    return sendMoved(response, `/related?${given}`);
  }
  sendCacheable(request, response, await relatedAnswer(context, to, { first: size, language }));
}
