import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendForm, type Asset } from './assets.ts';
import { json, Problem, sendCacheableText } from './responses.ts';

const folder = new URL('../web/widget/', import.meta.url);

/** What a page that includes the widget can hold it to. */
export interface WidgetManifest {
  version: string;
  /** Its SRI hash. */
  integrity: string;
}

let widget: { manifest: WidgetManifest; file: Asset } | undefined;

/** The built widget, read once. */
function builtWidget(): NonNullable<typeof widget> {
  const read = (name: string) => readFileSync(new URL(name, folder));
  try {
    return (widget ??= {
      manifest: JSON.parse(read('manifest.json').toString()) as WidgetManifest,
      file: {
        type: 'text/javascript; charset=utf-8',
        forms: {
          identity: read('related-resources.js'),
          gzip: read('related-resources.js.gz'),
          br: read('related-resources.js.br'),
        },
      },
    });
  } catch {
    throw new Problem(503, 'The widget is not built: run npm run build, and start again.');
  }
}

export const widgetManifest = (): WidgetManifest => builtWidget().manifest;

/** Where the widget is found: the newest, and this very one. */
export const widgetPath = (version?: string): string => `/widget/${version ? `${version}/` : ''}related-resources.js`;

/** How a file of the widget is named: what is named otherwise is not there, whether anything is built or not. */
const named = /^\/widget\/(manifest\.json|([\w.-]+\/)?related-resources\.js)$/;

/**
 * Answers `GET /widget/related-resources.js`, kept for an hour, `/widget/<version>/related-resources.js`, kept for ever,
 * and `/widget/manifest.json`. Pages of any site may load them, also those that ask to be isolated from others.
 */
export function answerWidgetFile(path: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  if (!named.test(path)) throw new Problem(404, `There is nothing at ${path.slice(0, 200)}.`);
  const { manifest, file } = builtWidget();
  if (path === '/widget/manifest.json') {
    const { version, integrity } = manifest;
    const paths = { latest: widgetPath(), pinned: widgetPath(version) };
    return sendCacheableText(request, response, json, JSON.stringify({ version, integrity, paths }));
  }
  if (path === widgetPath()) return sendForm(request, response, file, newest);
  if (path === widgetPath(manifest.version)) return sendForm(request, response, file);
  throw new Problem(404, `This server has no such version of the widget; it has ${manifest.version}.`);
}

const newest = 'public, max-age=3600, stale-while-revalidate=604800, stale-if-error=2592000';
