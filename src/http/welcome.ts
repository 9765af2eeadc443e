import type { Catalogue } from '../catalogue.ts';
import { kinds } from '../model.ts';

/** The page at `/`: what is here and where to go. No script, nothing from elsewhere. */
export function welcomePage({ projection }: Catalogue): string {
  const rows = kinds.map((kind) => `<tr><th scope="row">${kind}</th><td>${projection.ofKind[kind].length}</td></tr>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Common Thread</title>
<h1>Common Thread</h1>
<p>A knowledge graph of resources on trafficking in human beings: which publications belong together, and why.</p>
<ul>
  <li><a href="/console">Console</a>: ask the API here, with ready questions</li>
  <li><code>POST /graphql</code>: the API; its <a href="/schema.graphql">schema</a> describes every field</li>
  <li><code>GET /related?id=…</code>, <code>?url=…</code>, <code>?doi=…</code>: related resources as plain JSON,
    <a href="/related?id=publication/guide-of-promising-practices-2021">for example</a></li>
  <li><a href="/widget">Widget</a>: related resources on your site, by one tag;
    <a href="/widget/privacy">what it sends</a></li>
  <li><a href="/feed.atom"><code>GET /feed.atom?theme=…&amp;country=…</code></a>: what is new</li>
  <li><code>GET /&lt;id&gt;</code>: the records behind an entity,
    <a href="/organisation/astra">for example</a></li>
  <li><a href="/health/ready"><code>GET /health/ready</code></a></li>
</ul>
<table>
  <caption>In the graph at revision ${projection.revision}</caption>
  ${rows.join('\n  ')}
</table>
</html>
`;
}
