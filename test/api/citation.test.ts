import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { beforeAll, expect, it } from 'vitest';
import { kinds } from '../../src/model.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue } from '../records.ts';
import { openApi, type Api } from './ask.ts';

onEveryEngine('citation', (engine) => {
  let api: Api;
  beforeAll(async () => {
    const store = await engine.openEmpty();
    await save(store, [...smallCatalogue, publication('merged', { title: 'Of its own', date: undefined })]);
    api = await openApi(store);
  });
  const cite = (given: string, id = 'publication/brief') =>
    api
      .ask<{ publication: { citation: string } }, never>(`{ publication(id: "${id}") { citation${given} } }`)
      .then(({ publication }) => publication.citation);

  it('is a line of a list of references, in English and the style of the APA unless others are asked for', async () => {
    const title = 'Title of brief';
    expect(await cite('')).toBe(
      `Author, A. & LEFÖ-IBF. (2022). ${title} [Policy brief]. ASTRA. https://doi.org/10.1000/brief`,
    );
    expect(await cite('(style: "harvard", language: "de")')).toMatch(
      /^Author, A\. und LEFÖ-IBF \(2022\) Title of brief/,
    );
    expect(await cite('(format: HTML, style: "vancouver")')).toMatch(/^<div class="csl-entry">Author A, LEFÖ-IBF\. /);
    expect(await cite('(style: "oscola")')).toContain('‘Title of Brief’');
    expect(await cite('(style: "oscola", language: "sq")')).toContain('‘Title of Brief’');
    expect(await cite('(style: "oscola", language: "en-US")')).toContain('“Title of Brief”');
    expect(await cite('(language: "fr")', 'publication/chains')).toBe('Title of chains. (s.\u00a0d.).');
  });

  it('is told to programs too', async () => {
    const [entry] = parseBibtex(await cite('(format: BIBTEX)')).entries;
    expect(entry).toMatchObject({ key: 'brief', fields: { year: '2022', month: '2', doi: '10.1000/brief' } });
    expect(await cite('(format: RIS)')).toMatch(/^TY {2}- RPRT\r\nID {2}- brief\r\n/);
    expect(JSON.parse(await cite('(format: CSL_JSON)'))).toEqual({
      id: 'brief',
      type: 'report',
      title: 'Title of brief',
      author: [{ family: 'Author', given: 'An' }, { literal: 'LEFÖ-IBF' }],
      issued: { 'date-parts': [[2022, 2]] },
      publisher: 'ASTRA',
      genre: 'policy brief',
      DOI: '10.1000/brief',
      URL: 'https://www.example.org/brief/?utm_source=x',
      language: 'en',
    });
  });

  it('names the styles there are where one is asked for that is not', async () => {
    const [error] = await api.errorsOf('{ publication(id: "publication/brief") { citation(style: "bluebook") } }');
    expect(error).toEqual({
      message: 'style: there is no "bluebook"; there are apa, chicago, harvard, mla, vancouver, ieee, oscola.',
      code: 'BAD_USER_INPUT',
    });
    const [wrong] = await api.errorsOf('{ publication(id: "publication/brief") { citation(language: "e_n") } }');
    expect(wrong!.message).toContain('"e_n" is not a BCP 47 tag');
  });

  it('of a whole list costs a read of the list and one of each kind it names, not one for each', async () => {
    const { publications } = await api.ask<{ publications: { nodes: { citation: string }[] } }, never>(
      '{ publications(first: 20) { nodes { citation } } }',
    );
    expect(publications.nodes.length).toBeGreaterThan(5);
    expect(publications.nodes.every(({ citation }) => citation.includes('.'))).toBe(true);
    expect(api.reads).toBeLessThanOrEqual(1 + kinds.length);
  });
});
