import { expect, it } from 'vitest';
import { openCatalogue } from '../../src/catalogue.ts';
import { findKnown } from '../../src/graph/known.ts';
import { readRevision } from '../../src/graph/revision.ts';
import type { Publication } from '../../src/model.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue } from '../records.ts';
import { faultsOf } from './content.ts';

const work = { title: 'A guide to permits', date: '2021', language: 'en', publishers: ['organisation/astra'] };
/** Without a publisher nothing but its title leads to the work. */
const page = publication('page', { title: 'A GUIDE to permits', date: undefined }) as Publication;

onEveryEngine('a graph of before works were found by their title', (engine) => {
  it('finds them after its next start, which takes up no revision', async () => {
    const store = await engine.openEmpty();
    await save(store, [...smallCatalogue, publication('guide', work)]);
    await store.write((run) => run(`MATCH (p:Publication) SET p.titleKey = null`));
    await store.write((run) => run(`MATCH (c:Catalogue) SET c.titled = null`));
    const revision = await readRevision(store);
    expect(await findKnown(store.read, page)).toMatchObject({ outcome: 'new' });
    await store.close();

    for (const start of ['first', 'second']) {
      const catalogue = await openCatalogue(engine.address, { follow: false });
      const known = await findKnown(catalogue.store.read, page);
      expect([start, known]).toMatchObject([start, { outcome: 'unsure', id: 'publication/guide' }]);
      expect(await readRevision(catalogue.store)).toBe(revision);
      expect(await faultsOf(catalogue.store)).toEqual([]);
      await catalogue.close();
    }
  });
});
