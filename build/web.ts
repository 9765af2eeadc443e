// node --import tsx build/web.ts [OUT]: bundles what runs in a browser into OUT (dist), with its compressed forms.
import { build, type Plugin } from 'esbuild';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readExamples } from './examples.ts';
import { packFile } from './pack-file.ts';
import { buildWidget } from './widget.ts';

const out = join(process.argv[2] ?? 'dist', 'web');

/** `import { examples } from './examples.ts'` of a browser file gives what the folder of examples holds. */
const examples: Plugin = {
  name: 'examples',
  setup({ onLoad }) {
    onLoad({ filter: /src\/web\/examples\.ts$/ }, () => ({
      contents: `export const examples = ${JSON.stringify(readExamples())};`,
    }));
  },
};

/** GraphiQL's style sheet without the fonts in it, 350 kB: the reader has fonts. */
const withoutFonts: Plugin = {
  name: 'without-fonts',
  setup({ onLoad }) {
    onLoad({ filter: /graphiql\/dist\/style\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    }));
  },
};

/** The pages for partners: the one that makes snippets, and the list for frames. */
const partnerPages = ['src/web/snippets.ts', 'src/web/exit.ts', 'src/web/snippets.css', 'src/web/embed.css'];

/** What adds to the pages of the explorer. */
const explorer = ['explorer', 'graph', 'graph-layout'].map((name) => `src/web/explorer/${name}.ts`);

/** The curators' desk. */
const desk = 'src/web/desk/desk.ts';

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['src/web/console.tsx', 'src/web/sandbox.ts', 'src/web/page.css', ...partnerPages, ...explorer, desk],
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  metafile: true,
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  // A file is kept for ever by who has it: what it holds is in its name.
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  plugins: [examples, withoutFonts],
  logLevel: 'warning',
});

/** Where each entry is found: `console.js` → `console-4XK2.js`. */
const manifest: Record<string, string> = {};
for (const [file, { entryPoint, cssBundle }] of Object.entries(metafile.outputs)) {
  if (!entryPoint) continue;
  const name = basename(entryPoint).replace(/\.tsx?$/, '.js');
  manifest[name] = basename(file);
  if (cssBundle) manifest[name.replace(/js$/, 'css')] = basename(cssBundle);
}
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

for (const file of Object.keys(metafile.outputs)) packFile(file);
await buildWidget(out);
