import { build, type Plugin } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packFile } from './pack-file.ts';

/** `import css from './x.css'` gives its text, minified, with what it imports. */
const styleAsText: Plugin = {
  name: 'style-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false, target });
      return { contents: `export default ${JSON.stringify(outputFiles[0]!.text.trim())};` };
    });
  },
};
const target = 'es2022';

/**
 * Bundles the widget into one file, which works as a script and as a module, and writes what to hold it to: its version,
 * which changes with what it holds, and its SRI hash.
 */
export async function buildWidget(out: string): Promise<void> {
  const folder = join(out, 'widget');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'related-resources.js');
  const entryPoints = ['src/web/widget/related-resources.ts'];
  await build({ entryPoints, outfile, bundle: true, minify: true, format: 'iife', target, plugins: [styleAsText] });
  packFile(outfile);
  const bytes = readFileSync(outfile);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const held = {
    version: `${version}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`,
    integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
  };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(held, null, 2)}\n`);
}
