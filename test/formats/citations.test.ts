import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { bibtexOf } from '../../src/formats/bibtex.ts';
import { formatCitation } from '../../src/formats/citation.ts';
import { cslItemOf } from '../../src/formats/csl-item.ts';
import { oneLine } from '../../src/formats/one-line.ts';
import { personName } from '../../src/formats/person-name.ts';
import { risOf } from '../../src/formats/ris.ts';
import { styleNames } from '../../src/formats/style-files.ts';
import { publication } from '../records.ts';
import { describedAlone, fullPublication, hostileTitles } from './hostile.ts';

const itemWith = (title: string) => cslItemOf(describedAlone(...fullPublication(title)));
const entriesOf = (text: string) => parseBibtex(text, { sentenceCase: false, english: false });
const readRis = (text: string) => plugins.input.chain(text, { forceType: '@ris/file' }) as Record<string, unknown>[];

describe('BibTeX', () => {
  it.each(hostileTitles)('is read back with the title %j', (title) => {
    const { entries, errors } = entriesOf(`${bibtexOf(itemWith(title))}\n${bibtexOf(itemWith('next'))}`);
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(2);
    expect(entries[0]!.fields.title).toBe(oneLine(title));
    expect(entries[1]!.fields.title).toBe('next');
  });

  it('tells authors, of whom one is an organisation, publisher, identifiers and language', () => {
    const [entry] = entriesOf(bibtexOf(itemWith('Title'))).entries;
    expect(entry).toMatchObject({ type: 'techreport', key: 'full' });
    expect(entry!.fields).toMatchObject({
      author: [
        { lastName: 'Berg', firstName: 'Jan', prefix: 'van den' },
        { name: 'LEFÖ, Vienna and Partners & {Co}' },
        { name: 'أكرم عبدالرزاق المشهداني' },
      ],
      institution: ['ASTRA & Co'],
      type: 'policy brief',
      doi: '10.1000/br_ief(1)<2>',
      isbn: '9780306406157',
      url: 'https://example.org/a_b?c=%7Bd%7D&e=%20f',
      language: 'sr-Latn',
    });
  });

  it.each([
    ['2021', { year: '2021', month: undefined, day: undefined }],
    ['2021-03', { year: '2021', month: '3', day: undefined }],
    ['2021-03-05', { year: '2021', month: '3', day: '5' }],
    [undefined, { year: undefined, month: undefined, day: undefined }],
  ])('tells of the date %s no more than is known', (date, expected) => {
    const item = cslItemOf(describedAlone(publication('dated', { date })));
    const { year, month, day } = entriesOf(bibtexOf(item)).entries[0]!.fields;
    expect({ year, month, day }).toEqual(expected);
  });
});

describe('RIS', () => {
  it.each(hostileTitles)('is read back with the title %j', (title) => {
    const items = readRis(`${risOf(itemWith(title))}\r\n${risOf(itemWith('next'))}`);
    expect(items.map((item) => item.title)).toEqual([oneLine(title), 'next']);
  });

  it('tells everything in a line of its own, ended as the specification says', () => {
    const text = risOf(itemWith('Title'));
    expect(
      text
        .split('\r\n')
        .slice(0, -1)
        .every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line)),
    ).toBe(true);
    expect(readRis(text)[0]).toMatchObject({
      type: 'report',
      genre: 'policy brief',
      publisher: 'ASTRA & Co',
      DOI: '10.1000/br_ief(1)<2>',
      URL: 'https://example.org/a_b?c=%7Bd%7D&e=%20f',
      language: 'sr-Latn',
    });
    expect(text).toContain('AU  - van den Berg, Jan\r\nAU  - LEFÖ, Vienna and Partners & {Co}\r\n');
  });

  it.each([
    ['2021', [[2021]], 'DA  - 2021///'],
    ['2021-03', [[2021, 3]], 'DA  - 2021/03//'],
    ['2021-03-05', [[2021, 3, 5]], 'DA  - 2021/03/05/'],
  ])('tells of the date %s no more than is known', (date, parts, line) => {
    const text = risOf(cslItemOf(describedAlone(publication('dated', { date }))));
    expect(text).toContain(`${line}\r\n`);
    expect(readRis(text)[0]!.issued).toEqual({ 'date-parts': parts });
  });
});

describe('CSL-JSON', () => {
  it('has persons in parts, organisations and what does not come apart in one', () => {
    expect(itemWith('Title').author).toEqual([
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' },
      { literal: 'LEFÖ, Vienna and Partners & {Co}' },
      { literal: 'أكرم عبدالرزاق المشهداني' },
    ]);
  });

  it.each([
    ['A. C. Duncan', { given: 'A. C.', family: 'Duncan' }],
    ['Ђорђе Алемпијевић', { given: 'Ђорђе', family: 'Алемпијевић' }],
    ['Simus, Roxana', { given: 'Roxana', family: 'Simus' }],
    ['de Vries', { literal: 'de Vries' }],
    ['Martin Luther King Jr.', { literal: 'Martin Luther King Jr.' }],
    ['GRETA', { literal: 'GRETA' }],
    ['李明', { literal: '李明' }],
  ])('takes the name %s apart, or leaves it whole', (name, parts) => {
    expect(personName(name)).toEqual(parts);
  });

  it('has as journal what an organisation of that type publishes', () => {
    const journal = { kind: 'organisation', id: 'organisation/j', name: 'A Review', type: 'journal' } as const;
    const { source } = publication('x');
    const record = publication('x', { type: 'article', publishers: [journal.id] });
    const item = cslItemOf(describedAlone(record, [{ ...journal, source }]));
    expect(item).toMatchObject({ type: 'article-journal', 'container-title': 'A Review' });
    expect(item.publisher).toBeUndefined();
    expect(bibtexOf(item)).toMatch(/^@article[^]*journal = \{A Review\}/);
  });

  it('never has an address that is none of the web', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org/', 'no address'])
      expect(cslItemOf(describedAlone(publication('x', { url }))).URL).toBeUndefined();
  });
});

describe('citations', () => {
  const item = cslItemOf(
    describedAlone(publication('p', { title: 'On "rights"', date: '2021-03', type: 'report' }), []),
  );

  it.each(styleNames)('are made in the style %s, with title and year, and without the number of a list', (style) => {
    const text = formatCitation(item, { style, format: 'text' });
    expect(text).toMatch(/On .rights.|On .Rights./);
    expect(text).toContain('2021');
    expect(text).not.toMatch(/^\[?1|\n/);
  });

  it.each([
    ['en', '(n.d.).'],
    ['de-AT', '(o. J.).'],
    ['fr', '(s. d.).'],
    ['es', '(s. f.).'],
    ['nl', '(z.d.).'],
    ['sr-Cyrl', '(без датума).'],
    ['sr-Latn', '(bez datuma).'],
    ['xx', '(n.d.).'],
  ])('say in %s that there is no date', (language, words) => {
    const undated = cslItemOf(describedAlone(publication('p', { title: 'Title', date: undefined })));
    const text = formatCitation(undated, { style: 'apa', language, format: 'text' });
    expect(text.replaceAll('\u00a0', ' ')).toBe(`Title. ${words}`);
  });

  it.each(hostileTitles)('hold the title %j as text, escaped in HTML', (title) => {
    for (const style of styleNames) {
      const html = formatCitation(itemWith(title), { style, format: 'html' });
      expect(html).toMatch(/^<div class="csl-entry">[^]*<\/div>$/);
      const tags = [...html.matchAll(/<\/?(\w+)/g)].map((match) => match[1]);
      expect(tags.filter((tag) => !['div', 'i', 'b', 'span'].includes(tag!))).toEqual([]);
      expect(html).not.toMatch(/<script|on\w+=/);
    }
  });

  it('of one publication are not those of another that was cited before', () => {
    const texts = ['one', 'two', 'one'].map((title) =>
      formatCitation(cslItemOf(describedAlone(publication('same', { title }))), { style: 'ieee', format: 'text' }),
    );
    expect(texts[0]).toBe(texts[2]);
    expect(texts[0]).not.toBe(texts[1]);
  });
});
