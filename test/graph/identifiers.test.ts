import { beforeAll, describe, expect, it } from 'vitest';
import { doiKey, findByIdentifier, urlKey } from '../../src/graph/identifiers.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { Publication } from '../../src/model.ts';
import { onEveryEngine } from '../engines.ts';
import { recordOf } from '../ingest/records/read.ts';
import { publication, save, smallCatalogue } from '../records.ts';

describe('the key of an address', () => {
  it.each([
    'https://respect.international/guide/',
    'http://respect.international/guide',
    'https://www.respect.international/guide/#top',
    'HTTPS://RESPECT.INTERNATIONAL/guide/?utm_source=mail&fbclid=1',
  ])('is the same for %s', (url) => {
    expect(urlKey(url)).toBe('url:respect.international/guide');
  });

  it('keeps what makes another page', () => {
    expect(urlKey('https://respect.international/?p=14650')).toBe('url:respect.international/?p=14650');
    expect(urlKey('https://respect.international/Guide')).toBe('url:respect.international/Guide');
  });

  it('is null for what is no address', () => {
    expect(urlKey('http://')).toBeNull();
  });
});

describe('the key of a DOI', () => {
  it.each([
    '10.1000/ABC',
    'doi:10.1000/abc',
    'https://doi.org/10.1000/abc',
    'http://dx.doi.org/10.1000/Abc',
    'https://dx.doi.org/10.1000%2Fabc',
    'www.doi.org/10.1000/abc?x=1',
    'info:doi/10.1000/abc',
  ])('is the same for %s', (doi) => {
    expect(doiKey(doi)).toBe('doi:10.1000/abc');
  });

  it('is null for what is no DOI', () => {
    expect(doiKey('11.1000/abc')).toBeNull();
  });
});

onEveryEngine('finding by identifier', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
  });

  it('leads from any address or DOI to the publication, in the order asked', async () => {
    const keys = [
      urlKey('example.org/guide'),
      urlKey('https://example.org/?p=7'),
      'url:nowhere',
      doiKey('10.1000/BRIEF'),
    ];
    expect(await findByIdentifier(store, keys as string[])).toEqual([
      'publication/guide',
      'publication/guide',
      null,
      'publication/brief',
    ]);
  });

  it('finds by keys that are as long as records may have', async () => {
    const url = `https://example.org/${'ж'.repeat(338)}`; // 2,048 characters as it is sent
    const doi = `10.1000/${'漢'.repeat(2_040)}`;
    const long = publication('l'.repeat(2_036), { url, doi, themes: [`theme/${'t'.repeat(2_042)}`] });
    await save(store, [(await recordOf(long)) as Publication]);
    expect(await findByIdentifier(store, [urlKey(url)!, doiKey(doi)!])).toEqual([long.id, long.id]);
  });

  it('forgets an address that the record no longer has', async () => {
    await save(store, [publication('moved', { url: 'https://example.org/old' })]);
    await save(store, [publication('moved', { url: 'https://example.org/new' })]);
    expect(await findByIdentifier(store, ['url:example.org/old', 'url:example.org/new'])).toEqual([
      null,
      'publication/moved',
    ]);
  });
});
