// node --import tsx build/client-types.ts [OUT]: the types of the client, for those who use the package, into OUT (dist).
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.argv[2] ?? 'dist', 'client');
const compile = ['node_modules/typescript/bin/tsc', '-p', 'src/client', '--noEmit', 'false', '--emitDeclarationOnly'];
execFileSync(process.execPath, [...compile, '--outDir', folder], { stdio: 'inherit' });

// The one type that the generated file takes from a package is three lines: without it the client depends on nothing.
const file = join(folder, 'operations.generated.d.ts');
const imported = "import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';";
const text = readFileSync(file, 'utf8');
if (!text.includes(imported)) throw new Error(`${file} does not have the line ${imported}`);
const own = `interface DocumentTypeDecoration<Result, Variables> {
    __apiType?: (variables: Variables) => Result;
}`;
writeFileSync(file, text.replace(imported, own));
