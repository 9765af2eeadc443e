import type { IncomingMessage, ServerResponse } from 'node:http';
import { exitLink } from '../landing/exit-link.ts';
import { markup, ours, textOfHtml } from '../landing/html.ts';
import { languageNames } from '../shown/language-names.ts';
import { frameSnippet, scriptSnippet } from '../shown/snippets.ts';
import { wordsLanguages } from '../shown/words.ts';
import { assetPath } from './assets.ts';
import { sendPage } from './page.ts';
import { widgetManifest, widgetPath } from './widget-files.ts';

/** What the preview begins with: a publication of the seed. */
const example = 'publication/guide-of-promising-practices-2021';

/** Answers `GET /widget`: the page on which a partner makes a snippet and sees what it will show. */
export function answerSnippetPage(publicUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const { version, integrity } = widgetManifest();
  const pinned = widgetPath(version);
  const languages = wordsLanguages.map(
    (tag) => markup`<option value="${tag}">${languageNames('en').of(tag)!}</option>`,
  );
  const page = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Related resources on your site – Common Thread</title>
<meta name="description" content="One tag shows your readers what to read next, and why, without telling anybody who they are.">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetPath('snippets.css')}">
<script async src="${widgetPath()}"></script>
<script type="module" src="${assetPath('snippets.js')}"></script>
<header><a href="/">Common Thread</a> ${exitLink}</header>
<main data-server="${publicUrl}" data-latest="${widgetPath()}" data-pinned="${pinned}" data-integrity="${integrity}">
<h1>Related resources on your site</h1>
<p class="lead">One script and one tag show your readers what to read next, and why. No cookie, no storage, no referrer: the
request carries the address of the page and the language, <a href="/widget/privacy">nothing of the reader</a>.</p>
<div class="desk">
<form>
<p><label for="to">Related to</label>
<input id="to" name="to" value="${example}" autocomplete="off" spellcheck="false" aria-describedby="to-note">
<small id="to-note">An id, an address or a DOI. Left empty, it is the page the tag stands in.</small></p>
<p><label for="layout">Layout</label>
<select id="layout" name="layout"><option value="">List</option><option value="cards">Cards</option><option value="compact">Compact</option></select></p>
<p><label for="first">How many</label>
<input id="first" name="first" type="number" min="1" max="24" value="3"></p>
<p><label for="language">Language</label>
<select id="language" name="language"><option value="">That of the page</option>${languages}</select></p>
<p><label for="heading">Heading</label>
<input id="heading" name="heading" autocomplete="off" placeholder="Related resources"></p>
<details><summary>Only some of them</summary>
<p><label for="theme">Themes</label> <input id="theme" name="theme" autocomplete="off" placeholder="theme/residence-permit"></p>
<p><label for="country">Countries</label> <input id="country" name="country" autocomplete="off" placeholder="country/RS, country/AT"></p>
<p><label for="publisher">Publishers</label> <input id="publisher" name="publisher" autocomplete="off" placeholder="organisation/astra"></p>
</details>
<p class="check"><input id="reasons" name="reasons" type="checkbox" checked> <label for="reasons">Say why each is related</label></p>
<p class="check"><input id="pin" name="pin" type="checkbox"> <label for="pin">This version only, held to its hash (SRI)</label></p>
</form>
<section class="preview" aria-labelledby="preview-heading">
<h2 id="preview-heading">Preview</h2>
<p id="state" role="status"></p>
<related-resources to="${example}" first="3" heading-level="3"></related-resources>
<noscript><p>The preview needs JavaScript; <a href="/embed/related?id=${example}&amp;first=3">this is the same list without</a>.</p></noscript>
</section>
</div>
${snippet('script', 'Script and tag', scriptSnippet({ to: example, first: '3' }, { server: publicUrl, path: widgetPath() }))}
${snippet('frame', 'Frame, for sites without script', frameSnippet({ to: example, first: '3' }, publicUrl, 'Related resources'))}
${snippet('plain', 'Plain HTML: the list as it is now', 'Needs JavaScript here, none on your site.')}
<section>
<h2>WordPress</h2>
<p>Put a block <em>Custom HTML</em> where the list is to stand, and paste the first snippet. Where your role may not use
scripts, paste the second; where frames are taken out as well, the third.</p>
</section>
<section>
<h2>What it can be told</h2>
<p>All attributes, events, colours and parts stand in <code>docs/widget.md</code> of the source; the file is at
<a href="${widgetPath()}"><code>${widgetPath()}</code></a>, its version and hash at
<a href="/widget/manifest.json"><code>/widget/manifest.json</code></a>.</p>
</section>
</main>
</html>
`;
  sendPage(request, response, textOfHtml(page), policy);
}

const snippet = (
  id: string,
  title: string,
  text: string,
) => markup`<section class="snippet" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${title}</h2>
<pre><code id="${id}">${text}</code></pre>
<button type="button" data-copies="${id}" hidden>Copy<span class="unseen">${ours(' ')}${title}</span></button>
</section>`;

const policy = { 'script-src': "'self'", 'style-src': "'self'", 'img-src': 'data:', 'connect-src': "'self'" };
