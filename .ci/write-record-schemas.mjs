// node --import tsx .ci/write-record-schemas.mjs: writes schema/records/*.schema.json anew, as the record schemas tell them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../src/ingest/records/json-schemas.ts';

const folder = 'schema/records';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(`${folder}/${name}`, text);
