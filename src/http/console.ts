import type { IncomingMessage, ServerResponse } from 'node:http';
import { exitLink } from '../landing/exit-link.ts';
import { markup, textOfHtml } from '../landing/html.ts';
import { assetPath } from './assets.ts';
import { sendPage } from './page.ts';

/** Whether a browser has opened this address for a person to see, with no question in it. */
export function isOpenedInBrowser({ method, url, headers }: IncomingMessage): boolean {
  const { searchParams } = new URL(url!, 'http://localhost');
  const asks = searchParams.has('query') || searchParams.has('extensions'); // the latter: a persisted one
  return method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '') && !asks;
}

/** Answers `GET /console`: GraphiQL with ready questions. All of it comes from this server; it works without the net. */
export function answerConsole(request: IncomingMessage, response: ServerResponse): void {
  const body = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Console – Common Thread</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetPath('console.css')}">
<script type="module" src="${assetPath('console.js')}"></script>
<script type="module" src="${assetPath('exit.js')}"></script>
<header><a href="/">Common Thread</a> ${exitLink}</header>
<main>
<h1 class="console-title">Console of Common Thread</h1>
<div id="console">
<noscript>
<p>The console needs JavaScript. Without it, the <a href="/schema.graphql">schema</a> tells what can be asked, and any
program can ask it: <code>POST /graphql</code>.</p>
</noscript>
</div>
</main>
</html>
`;
  sendPage(request, response, textOfHtml(body), policy);
}

/**
 * Nothing from elsewhere, no script in the page, and no style in it either: the editors set styles by script, one
 * property at a time, which no policy forbids. `data:` is for two little pictures in GraphiQL's style sheet.
 */
const policy = {
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
};
