import type { IncomingMessage, ServerResponse } from 'node:http';
import { exitLink } from '../landing/exit-link.ts';
import { markup, textOfHtml } from '../landing/html.ts';
import { assetPath } from './assets.ts';
import { sendPage } from './page.ts';

/** Where Apollo Sandbox comes from: its script and pictures, and the page it works in. */
const cdn = 'https://embeddable-sandbox.cdn.apollographql.com';
const frame = 'https://sandbox.embed.apollographql.com';

/** Answers `GET /sandbox`: asks before it loads Apollo Sandbox, and says what its servers learn. */
export function answerSandbox(request: IncomingMessage, response: ServerResponse): void {
  const body = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Apollo Sandbox – Common Thread</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetPath('page.css')}">
<script type="module" src="${assetPath('sandbox.js')}"></script>
<script type="module" src="${assetPath('exit.js')}"></script>
<header><a href="/">Common Thread</a> ${exitLink}</header>
<main id="question">
<h1>Apollo Sandbox</h1>
<p>Apollo Sandbox is an editor for GraphQL that comes from the servers of Apollo, a company in the United States. It is
not part of Common Thread.</p>
<p>If you load it, Apollo’s servers learn your IP address, your browser, the time, and the address of this server. What
you write in it runs in Apollo’s page: your questions pass through it on their way to this server, and it may keep them
in this browser. Apollo may store cookies of its own. We have asked it to leave out its usage tracking; we cannot see
whether it does.</p>
<p>The <a href="/console">console</a> does the same with nothing but this server.</p>
<p><button type="button" id="load">Load Apollo Sandbox from Apollo’s servers</button></p>
<p id="failure" role="alert"></p>
<noscript><p>Apollo Sandbox needs JavaScript.</p></noscript>
</main>
<div id="sandbox" hidden></div>
</html>
`;
  sendPage(request, response, textOfHtml(body), policy);
}

/** Allows Apollo's servers; that nothing is loaded from them before it is asked for is the page's own doing. */
const policy = {
  'script-src': `'self' ${cdn}`,
  'style-src': "'self'",
  'img-src': `'self' data: ${cdn}`,
  'frame-src': frame,
  'connect-src': "'self'",
};
