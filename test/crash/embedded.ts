import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applySchema } from '../../src/graph/schema.ts';
import { openStore } from '../../src/graph/store.ts';
import type { Judge } from './kill-and-look.ts';

/** An embedded graph with nothing in it, to be written by processes that end badly, and looked at in between. */
export async function makeEmbedded() {
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-crash-'));
  const copy = `${folder}-copy`;
  const first = await openStore({ engine: 'embedded', folder });
  await applySchema(first);
  await first.close();
  return {
    folder,
    async look(judge: Judge) {
      // At a copy: closed in order, the graph itself would begin the next life without the log of this one.
      cpSync(folder, copy, { recursive: true });
      const store = await openStore({ engine: 'embedded', folder: copy });
      await judge(store);
      await store.close();
      rmSync(copy, { recursive: true });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
