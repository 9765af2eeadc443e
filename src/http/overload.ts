import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendProblemPage, wantsPage } from './explorer/problem-answer.ts';
import { forAnySite, Problem, problemAnswer, safely } from './responses.ts';

/** Said to whoever comes while more wait already than can be answered soon. */
export const overloaded = new Problem(
  503,
  'More is asked here at the moment than can be answered. Nothing was done; try again in a second.',
  { 'retry-after': '1', ...forAnySite },
  'OVERLOADED',
);
const { headers, body } = problemAnswer(overloaded);
const allHeaders = { ...safely, ...headers };

/**
 * Sends a request away at the price of nearly nothing, before anything of it is looked at: what this takes is taken from those
 * who are answered, and ten may be sent away for each of them.
 */
export function sendAway(publicUrl: string, request: IncomingMessage, response: ServerResponse): void {
  if (!wantsPage(request)) return void response.writeHead(503, allHeaders).end(body);
  for (const [name, value] of Object.entries(safely)) response.setHeader(name, value);
  sendProblemPage('', publicUrl, overloaded, request, response);
}
