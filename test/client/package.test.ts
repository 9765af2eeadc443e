import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { inBrowser } from '../browser.ts';
import { serve, type Served } from '../http/serve.ts';
import { compiled } from '../product.ts';
import { smallCatalogue } from '../records.ts';

/** A project of somebody else, with the package in it: of the product its client alone. */
const folder = mkdtempSync(join(tmpdir(), 'common-thread-client-'));
const tsc = resolve('node_modules/typescript/bin/tsc');
const program = `
import { ApiError, createClient } from 'common-thread/client';
import { PublicationsDocument, RelatedDocument } from 'common-thread/client/operations';

const client = createClient({ server: process.argv[2]! });
const { related } = await client.query(RelatedDocument, { to: { id: 'publication/brief' }, first: 2 });
const why: string[] = related.edges.map((edge) => edge.why);
const ids: string[] = [];
for await (const { node } of client.walk(PublicationsDocument, { first: 2 }, (data) => data.publications)) ids.push(node.id);
const code = await client.query(RelatedDocument, { to: { id: 'nothing' } }).catch((error) => error instanceof ApiError && error.code);
console.log(JSON.stringify({ why, ids, code }));
`;

beforeAll(() => {
  const installed = join(folder, 'node_modules/common-thread');
  mkdirSync(installed, { recursive: true });
  cpSync(dirname(compiled('src/client/client.ts')), join(installed, 'dist/client'), { recursive: true });
  cpSync('package.json', join(installed, 'package.json'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'globals.d.ts'), 'declare const process: { argv: string[] };');
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    strict: true,
    skipLibCheck: false,
    types: [],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['globals.d.ts', 'program.ts'] }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a program of theirs; empty when nothing. */
function compile(text: string): string {
  writeFileSync(join(folder, 'program.ts'), text);
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8', cwd: folder });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe('the package', () => {
  it('tells the types of questions and answers, with nothing else installed', () => {
    expect(compile(program)).toBe('');
  });

  it.each([
    ['a variable that is not there', program.replace('first: 2 }', 'frist: 2 }'), /'frist' does not exist/],
    ['a variable of another type', program.replace('first: 2 }', "first: '2' }"), /string.*not assignable.*number/],
    ['a variable left out', program.replace("{ to: { id: 'nothing' } }", '{}'), /'to' is missing/],
    ['a field nobody asked for', program.replace('edge.why', 'edge.whither'), /'whither' does not exist/],
  ])('finds fault with %s', (_, text, fault) => {
    expect(compile(text)).toMatch(fault);
  });

  it('depends on no other package', () => {
    const files = ['api-error', 'client', 'operations.generated', 'read-answer', 'request', 'typed-document', 'walk'];
    for (const file of files.flatMap((name) => [`${name}.js`, `${name}.d.ts`])) {
      const text = readFileSync(join(folder, 'node_modules/common-thread/dist/client', file), 'utf8');
      const imported = [...text.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)/g)].map(([, name]) => name!);
      expect(imported.filter((name) => !name.startsWith('./'))).toEqual([]);
    }
  });
});

describe('the size of the package', () => {
  it('is what the guide says, and a bundler leaves out the operations that are not used', async () => {
    const bundled = async (program: string) => {
      const options = { bundle: true, minify: true, format: 'esm', target: 'es2022', write: false } as const;
      const { outputFiles } = await build({ stdin: { contents: program, resolveDir: folder }, ...options });
      return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
    };
    const client = "export { createClient, ApiError } from 'common-thread/client';";
    const told = /is ([\d.]+) kB \(gzip\)/.exec(readFileSync('docs/api.md', 'utf8'))![1];
    const size = await bundled(client);
    expect((size / 1_000).toFixed(1)).toBe(told);
    const withOne = await bundled(`${client} export { StatusDocument } from 'common-thread/client/operations';`);
    expect(withOne - size).toBeLessThan(400);
  });
});

onEveryEngine('the package', (engine) => {
  let served: Served;
  let answer: { why: string[]; ids: string[]; code: string };
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
    compile(program);
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.js'), served.url]);
    answer = JSON.parse(stdout) as typeof answer;
  });
  afterAll(() => served.close());

  it('works in plain Node', () => {
    expect(answer.ids).toContain('publication/brief');
    expect(answer.why[0]).toMatch(/\w+: \w+/);
    expect(answer.code).toBe('NOT_FOUND');
  });

  inBrowser('the package', (browser) => {
    let site: Server;
    afterAll(() => site?.close());

    it('works on a page of another site', async () => {
      const client = join(folder, 'node_modules/common-thread/dist/client');
      site = createServer((request, response) => {
        const name = /^\/client\/([\w.-]+\.js)$/.exec(request.url!)?.[1];
        response.setHeader('content-type', name ? 'text/javascript' : 'text/html');
        response.end(name ? readFileSync(join(client, name)) : '<!doctype html><title>A partner</title>');
      });
      await new Promise<void>((listening) => void site.listen(0, '127.0.0.1', listening));
      const page = await browser().newPage();
      const methods: string[] = [];
      page.on('request', (request) => {
        if (request.url().startsWith(served.url)) methods.push(request.method());
      });
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
      const inPage = program
        .replaceAll("'common-thread/client'", "'/client/client.js'")
        .replaceAll("'common-thread/client/operations'", "'/client/operations.generated.js'")
        .replaceAll(/: string\[\]/g, '')
        .replace('process.argv[2]!', JSON.stringify(served.url))
        .replace('console.log(', 'window.answer = (');
      await page.addScriptTag({ type: 'module', content: inPage });
      await page.waitForFunction('window.answer');
      expect(JSON.parse(await page.evaluate<string>('window.answer'))).toEqual(answer);
      expect(new Set(methods)).toEqual(new Set(['GET'])); // no question beforehand
      await page.close();
    });
  });
});
