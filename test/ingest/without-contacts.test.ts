import { expect, it } from 'vitest';
import { createDraft, type Draft } from '../../src/ingest/draft.ts';
import { seedNames } from './names/seed-names.ts';

const html = `<html lang="en"><head><title>Forced labour: write to jane.doe@example.org</title>
  <link rel="alternate" hreflang="sr" href="https://example.org/sr?user=ana%40example.org">
  <link rel="canonical" href="https://example.org/u?mail=me@example.org"></head>
  <body><h1>Forced labour: write to jane.doe@example.org</h1><p>Publisher: Ana Specimen, ana@example.org</p>
  <p>Authors: Ana Specimen (ana@example.org, tel. 064/123-45-67)</p>
  <p>On forced labour in Serbia, and on what the Criminal Code says of it.</p>
  <aside><h2>Related</h2><a href="/x"><h3>Recruiters of seasonal workers: ask me@example.org</h3></a></aside></body></html>`;

it('a draft has no e-mail address and no telephone number in it, nor an address with one', () => {
  const draft = createDraft(html, seedNames, { file: 'page.html' }) as Draft;
  expect(JSON.stringify(draft)).not.toMatch(/@|%40|064/);
  expect(draft).toMatchObject({
    title: 'Forced labour: write to [e-mail]',
    translations: [],
    confidence: { title: 0 },
  });
  expect(draft.relatedTitles).toEqual(['Recruiters of seasonal workers: ask [e-mail]']);
});
