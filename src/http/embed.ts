import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from '../api/context.ts';
import { relatedAnswer, type RelatedAnswer } from '../api/related-answer.ts';
import { resolveId } from '../api/resolve-id.ts';
import type { Catalogue } from '../catalogue.ts';
import { assetPath } from './assets.ts';
import { embedPage, readEmbedLooks } from './embed-page.ts';
import { policyOf } from './page.ts';
import { readRelatedQuestion } from './related-question.ts';
import { sendCacheableText, sendMoved, sendText } from './responses.ts';

const html = 'text/html; charset=utf-8';
const looks = ['layout', 'reasons', 'heading', 'scheme'];

/**
 * Answers `GET /embed/related?…`: the list of `GET /related` as a page for frames of any site, without a script. Where
 * there is nothing to show, the page is empty.
 */
export async function answerEmbed(
  catalogue: Catalogue,
  publicUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = new URL(request.url!, 'http://localhost').searchParams;
  const { to, args } = readRelatedQuestion('/embed/related', given, looks);
  const shown = readEmbedLooks(given);
  const context = createContext(catalogue);
  let answer: RelatedAnswer | null = null;
  let status = 404;
  try {
    const now = to.id === undefined ? undefined : await resolveId(context, to.id);
    if (now !== to.id) {
      given.set('id', now!);
      return sendMoved(response, `/embed/related?${given}`);
    }
    answer = await relatedAnswer(context, to, args);
  } catch (error) {
    const code = error instanceof GraphQLError && error.extensions.code;
    if (code !== 'NOT_FOUND' && code !== 'GONE') throw error;
    if (code === 'GONE') status = 410;
  }
  response.setHeader('content-security-policy', policyOf(policy));
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  const body = embedPage(answer, { ...shown, language: args.language, publicUrl, style: assetPath('embed.css') });
  if (answer) return sendCacheableText(request, response, html, body);
  response.setHeader('cache-control', 'no-store');
  sendText(request, response, html, body, status);
}

const policy = { 'style-src': "'self'", 'frame-ancestors': '*' };
