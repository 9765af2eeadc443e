import type { IncomingMessage, ServerResponse } from 'node:http';
import { exitLink } from '../landing/exit-link.ts';
import { markup, textOfHtml } from '../landing/html.ts';
import { assetPath } from './assets.ts';
import { sendPage } from './page.ts';

/** What is sent, where it comes from, and when. `test/web/widget-privacy.test.ts` holds the widget to it. */
const sent: [what: string, from: string][] = [
  [
    'id, url or doi',
    'What the tag’s attribute “to” says. Without it: the page’s link rel=canonical, else its citation_doi, else its address without what follows “?” or “#”.',
  ],
  ['first', 'How many items are wanted: the attribute “first”, or 6.'],
  [
    'language',
    'The attribute “language”, or the lang of the page around the tag. Never the language of the browser. Left out where neither is there.',
  ],
  ['theme, country, publisher', 'The attributes of these names, where they are given.'],
];

const byItself: [what: string, why: string][] = [
  ['The IP address', 'No server can answer without it. It is not logged and not kept.'],
  [
    'Host, Accept, Accept-Encoding, Accept-Language, User-Agent, Sec-CH-UA…, Sec-Fetch-…',
    'What this browser tells every server. Of these, the server uses Accept-Encoding, to send what can be unpacked. None is kept.',
  ],
  [
    'Origin',
    'The site, such as https://partner.example, without the page: browsers add it to every request of one site to another. It is not read.',
  ],
  ['If-None-Match', 'A mark of the earlier answer, where the browser has kept one: it is the same for every reader.'],
];

/** Answers `GET /widget/privacy`: every byte that is sent, and what is kept of it. */
export function answerPrivacyPage(publicUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const page = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What the widget sends – Common Thread</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetPath('snippets.css')}">
<script type="module" src="${assetPath('exit.js')}"></script>
<header><a href="/">Common Thread</a> ${exitLink}</header>
<main>
<h1>What the widget sends</h1>
<p class="lead">Some readers of pages on trafficking would be in danger if it were known what they read. So the widget asks
for a list as if the page itself were asking: every reader of a page sends the same question.</p>
<h2>Two requests to this server, none to any other</h2>
<p>The first loads the script, <code>${publicUrl}/widget/related-resources.js</code>. The second asks for the list, when
the tag comes near to what is seen of the page, and holds this:</p>
<pre><code>GET ${publicUrl}/related?url=https%3A%2F%2Fpartner.example%2Fguide&amp;first=6&amp;language=en</code></pre>
${table('What the widget puts into it', sent)}
<p>The script sets no header and no cookie, and sends no referrer. (Loading the script itself, the browser would name the
page; <code>referrerpolicy="no-referrer"</code> in its tag keeps it from that.) A list that has been asked for within five
minutes is taken from the browser’s cache: then nothing is sent. Where the server cannot be reached, it is asked a second
time with the same request, which the browser answers from its cache if it can.</p>
${table('What any browser adds by itself', byItself)}
<h2>What is kept</h2>
<ul>
<li><strong>By this server: nothing of the reader.</strong> It keeps no log of requests, so nothing ties an address to a
resource. Answers are held in memory under what was asked for, without who asked. Who runs the machines, or a proxy before
them, may keep logs of their own: ask them.</li>
<li><strong>By the widget: nothing.</strong> No cookie, no storage of any kind, no entry in the history.</li>
<li><strong>By the browser:</strong> the script and the lists in its cache, as with any page it has shown, until it is
emptied. Whoever can look into that cache could see which lists were loaded. It lies apart for each site.</li>
</ul>
<h2>When a link is followed</h2>
<p>The browser then asks the site it leads to, as with any link. It does not say where the reader comes from (<code>rel="noopener
noreferrer"</code>), and no counter stands in between.</p>
<h2>A page of a partner that is not in the catalogue</h2>
<p>Where the address is that of a page on the website of an organisation in the catalogue, the server may read that page
itself, to find what is related to it. Of the page nothing is kept. It is fetched without anything of the reader.</p>
<h2>The frame</h2>
<p><code>/embed/related</code> holds no script, loads one style sheet from this server, and is asked for by the same
parameters. Its snippet carries <code>referrerpolicy="no-referrer"</code>, so the page it stands in is not told.</p>
<p><a href="/widget">Make a snippet</a></p>
</main>
</html>
`;
  sendPage(request, response, textOfHtml(page), { 'script-src': "'self'", 'style-src': "'self'", 'img-src': 'data:' });
}

const table = (caption: string, rows: [string, string][]) => markup`<h2>${caption}</h2>
<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table>
<thead><tr><th scope="col">What</th><th scope="col">Where it comes from, and why</th></tr></thead>
<tbody>${rows.map(([what, told]) => markup`<tr><th scope="row">${what}</th><td>${told}</td></tr>`)}</tbody>
</table>
</div>`;
