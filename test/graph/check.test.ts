import { beforeEach, expect, it } from 'vitest';
import { saveChecks } from '../../src/graph/addresses.ts';
import type { Fault } from '../../src/graph/check.ts';
import { merge, undo, withdraw, withdrawSource } from '../../src/graph/retire.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save, smallCatalogue, source } from '../records.ts';
import { faultsOf, theme } from './content.ts';

const brief = 'publication/brief';

onEveryEngine('checking a graph', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
  });

  it('finds nothing in a sound one, whatever was done to it', async () => {
    await save(store, [theme('a', 'b'), theme('b', 'a'), publication('waiting', { themes: ['theme/nowhere'] })]);
    await save(store, [publication('waiting', { source: { ...source, url: 'https://other.example.org/' } })]);
    await withdrawSource(store, act, 'publication/waiting', 'https://other.example.org/');
    await merge(store, act, 'organisation/lefo', 'organisation/astra');
    await merge(store, act, 'publication/guide-2', 'publication/guide');
    await undo(store, act, 'publication/guide-2');
    await withdraw(store, { ...act, reason: 'wrong' }, 'country/AT');
    await withdraw(store, { ...act, reason: 'wrong' }, 'publication/chains', true);
    await saveChecks(store, act, [
      { url: 'https://example.org/guide/', status: 'dead', checkedAt: '2025-01-01' },
      { url: 'https://example.org/?p=7', status: 'dead', checkedAt: '2025-01-01' },
    ]);
    expect(await faultsOf(store)).toEqual([]);
  });

  it.each<[string, string, Fault[]]>([
    [
      'a field that was changed',
      `MATCH (p:Publication {id: '${brief}'}) SET p.title = 'Another', p.date = '1999'`,
      [{ id: brief, fault: 'shows another title, date than its records say' }],
    ],
    [
      'a field that was taken away',
      `MATCH (p:Publication {id: '${brief}'}) REMOVE p.doi`,
      [{ id: brief, fault: 'shows another doi than its records say' }],
    ],
    [
      'a field that was added',
      `MATCH (p:Publication {id: '${brief}'}) SET p.summary = 'Added'`,
      [{ id: brief, fault: 'shows another summary than its records say' }],
    ],
    [
      'a link that was taken away',
      `MATCH (p:Publication {id: '${brief}'})-[r:COVERS]->(:Country) DELETE r`,
      [{ id: brief, fault: 'lacks the link COVERS country/RS' }],
    ],
    [
      'a link that was added',
      `MATCH (p:Publication {id: '${brief}'}) MATCH (c:Country {id: 'country/AT'})
       CREATE (p)-[:COVERS {position: 20, source: 'https://example.org/list', method: 'curated', confidence: 1, revision: 1}]->(c)`,
      [{ id: brief, fault: 'has a link that no record states: COVERS country/AT' }],
    ],
    [
      'a link that was changed',
      `MATCH (p:Publication {id: '${brief}'})-[r:REFERS_TO]->(:Instrument) SET r.provision = 'Article 15'`,
      [
        { id: brief, fault: 'lacks the link REFERS_TO instrument/convention' },
        { id: brief, fault: 'has a link that no record states: REFERS_TO instrument/convention' },
      ],
    ],
    [
      'a link whose confidence was changed',
      `MATCH (p:Publication {id: '${brief}'})-[r:COVERS]->(:Country) SET r.confidence = 0.1`,
      [{ id: brief, fault: 'has another confidence on the link COVERS country/RS' }],
    ],
    [
      'a link that is there twice',
      `MATCH (p:Publication {id: '${brief}'})-[r:COVERS]->(c:Country)
       CREATE (p)-[:COVERS {position: r.position, source: r.source, method: r.method, confidence: r.confidence, revision: 1}]->(c)`,
      [{ id: brief, fault: 'has the link COVERS country/RS twice' }],
    ],
    [
      'an entity nobody accepted',
      `CREATE (p:Person {id: 'person/nobody', name: 'Nobody', source: '{"file":"x","verified":false}', revision: 1, changed: 1,
        records: ['{"kind":"person","id":"person/nobody","name":"Nobody","source":{"file":"x","verified":false}}']})`,
      [{ id: 'person/nobody', fault: 'is in the graph and no accepted write tells of it' }],
    ],
    [
      'an entity that is gone',
      `MATCH (p:Person {id: 'person/author'}) DETACH DELETE p`,
      [{ id: 'person/author', fault: 'was accepted and is not in the graph' }],
    ],
  ])('finds %s', async (_, damage, faults) => {
    await store.write((run) => run(damage));
    expect(await faultsOf(store)).toEqual(faults);
  });

  it('finds a record whose text was changed, though all else follows from it', async () => {
    const text = JSON.stringify({ kind: 'person', id: 'person/author', name: 'Another', source });
    await store.write((run) =>
      run(`MATCH (p:Person {id: 'person/author'}) SET p.name = 'Another', p.records = [$text]`, { text }),
    );
    expect(await faultsOf(store)).toEqual([{ id: 'person/author', fault: 'has other records than were accepted' }]);
  });

  it('says whose record it is that is no JSON any more', async () => {
    await store.write((run) =>
      run(`MATCH (p:Person {id: 'person/author'}) SET p.records = ['{"kind":"person","id":"pers']`),
    );
    await expect(faultsOf(store)).rejects.toThrow('The records of person/author in the graph are damaged.');
  });
});
