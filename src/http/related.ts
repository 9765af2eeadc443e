import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from '../api/context.ts';
import { relatedAnswer } from '../api/related-answer.ts';
import { resolveId } from '../api/resolve-id.ts';
import type { Catalogue } from '../catalogue.ts';
import { resolveOrTell } from './entity.ts';
import { Problem, sendCacheable } from './responses.ts';

const parameters = ['id', 'url', 'doi', 'first', 'language'] as const;

/** Answers `GET /related?id=|url=|doi=&first=&language=`: the related list as plain JSON, for any site, cacheable. */
export async function answerRelated(
  catalogue: Catalogue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  const given = new URL(request.url!, 'http://localhost').searchParams;
  for (const name of given.keys())
    if (!(parameters as readonly string[]).includes(name))
      throw new Problem(400, `${name} is not a parameter of /related; there are ${parameters.join(', ')}.`);
  for (const name of new Set(given.keys()))
    if (given.getAll(name).length > 1) throw new Problem(400, `${name} was given more than once.`);
  const { first, language, ...to } = Object.fromEntries(given) as Partial<Record<(typeof parameters)[number], string>>;
  const size = first === undefined ? 6 : first.trim() === '' ? NaN : Number(first);
  if (!Number.isInteger(size)) throw new Problem(400, `first=${first} is not a whole number.`);
  const context = createContext(catalogue);
  const now = to.id === undefined ? undefined : await resolveOrTell(() => resolveId(context, to.id!));
  if (now !== to.id) {
    given.set('id', now!);
    response.writeHead(301, { location: `/related?${given}`, 'cache-control': 'public, max-age=3600' }).end();
    return;
  }
  try {
    sendCacheable(request, response, await relatedAnswer(context, to, { first: size, language }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Problem(error.extensions.code === 'NOT_FOUND' ? 404 : 400, error.message);
  }
}
