import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from './responses.ts';

/** What `npm run build` has bundled for browsers, beside this compiled file. */
const folder = new URL('../web/', import.meta.url);

/** A bundled file. */
export interface Asset {
  type: string;
  /** Its bytes by content coding; `identity` as they are. */
  forms: Record<'identity' | 'gzip' | 'br', Buffer>;
}

interface Bundle {
  /** `console.js` → `console-4XK2.js` */
  manifest: Record<string, string>;
  assets: ReadonlyMap<string, Asset>;
}

let bundle: Bundle | undefined;

/** How a bundled file is named: what is named otherwise is not there, whether anything is built or not. */
const named = /^[\w.-]+-[A-Z0-9]{8}\.(js|css)$/;

/** The bundled files, read once: what is asked for is looked up here and never on the disk. */
function readBundle(): Bundle {
  let manifest: Bundle['manifest'];
  try {
    manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Bundle['manifest'];
  } catch {
    throw new Problem(503, 'The pages for browsers are not built: run npm run build, and start again.');
  }
  const read = (name: string) => readFileSync(new URL(name, folder));
  const assets = readdirSync(folder)
    .filter((name) => named.test(name))
    .map((name): [string, Asset] => {
      const type = name.endsWith('.js') ? 'text/javascript' : 'text/css';
      const forms = { identity: read(name), gzip: read(`${name}.gz`), br: read(`${name}.br`) };
      return [name, { type: `${type}; charset=utf-8`, forms }];
    });
  return { manifest, assets: new Map(assets) };
}

/** The path at which a bundled file, such as `console.js`, is found; it changes with what the file holds. */
export function assetPath(name: string): string {
  bundle ??= readBundle();
  return `/assets/${bundle.manifest[name]!}`;
}

/** The same; undefined where nothing is built: for what only adds to a page that is whole without. */
export function builtAssetPath(name: string): string | undefined {
  try {
    return assetPath(name);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Answers `GET /assets/<name>`: a bundled file, which whoever has it may keep for ever. */
export function answerAsset(name: string, request: IncomingMessage, response: ServerResponse): void {
  const asset = named.test(name) ? (bundle ??= readBundle()).assets.get(name) : undefined;
  if (!asset) throw new Problem(404, `There is no asset ${name.slice(0, 100)}; load the page anew.`);
  sendForm(request, response, asset);
}

/** Sends a bundled file in the smallest form that is taken; to be kept for ever unless told. */
export function sendForm(
  request: IncomingMessage,
  response: ServerResponse,
  asset: Asset,
  cacheControl = 'public, max-age=31536000, immutable',
): void {
  const coding = codingFor(request.headers['accept-encoding']);
  const body = asset.forms[coding];
  if (coding !== 'identity') response.setHeader('content-encoding', coding);
  response.writeHead(200, {
    'content-type': asset.type,
    'content-length': body.length,
    'cache-control': cacheControl,
    'access-control-allow-origin': '*',
    vary: 'accept-encoding',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The smallest form that the client takes; one it gives the weight 0 it does not take. */
function codingFor(accepted = ''): keyof Asset['forms'] {
  const taken = accepted
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]!.trim());
  return (['br', 'gzip'] as const).find((coding) => taken.includes(coding)) ?? 'identity';
}
