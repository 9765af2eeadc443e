import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkGraph } from '../../src/graph/check.ts';
import { exportLines } from '../../src/graph/export.ts';
import { readRevision } from '../../src/graph/revision.ts';
import { openStore } from '../../src/graph/store.ts';

// Opens each folder that is named on stdin and says in one line what it holds, or why it was refused.
for await (const folder of createInterface({ input: process.stdin }))
  writeSync(1, `${JSON.stringify(await lookAt(folder).catch((error: Error) => `refused: ${error.message}`))}\n`);

async function lookAt(folder: string): Promise<string> {
  const store = await openStore({ engine: 'embedded', folder });
  try {
    let faults = 0;
    for await (const _ of checkGraph(store)) faults++;
    const digest = createHash('sha256');
    for await (const lines of exportLines(store)) digest.update(lines.join('\n'));
    return `${faults} faults, revision ${await readRevision(store)}, export ${digest.digest('hex')}`;
  } finally {
    await store.close();
  }
}
