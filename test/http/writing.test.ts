import { afterEach, beforeEach, expect, it } from 'vitest';
import { proposeDuplicates } from '../../src/graph/duplicates.ts';
import { onEveryEngine } from '../engines.ts';
import { makeKeys, type Keys } from '../make-keys.ts';
import { publication, save, smallCatalogue, source } from '../records.ts';
import { serve, type Served } from './serve.ts';

interface Answer {
  data: Record<string, never> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

onEveryEngine('writing over HTTP', (engine) => {
  let served: Served;
  let keys: Keys;
  beforeEach(async () => {
    keys ??= await makeKeys();
    served = await serve(engine, smallCatalogue, undefined, { keyring: keys.keyring, origins: [] });
  });
  afterEach(() => served.close());

  const post = (query: string, variables: object = {}, headers: object = keys.curator) =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  const answer = async (...asked: Parameters<typeof post>) => (await (await post(...asked)).json()) as Answer;
  const ask = async (...asked: Parameters<typeof post>): Promise<Record<string, never>> => {
    const { data, errors } = await answer(...asked);
    expect(errors).toBeUndefined();
    return data!;
  };
  const refusal = async (query: string, variables?: object, headers?: object) => {
    const { errors = [] } = await answer(query, variables, headers);
    return errors.map(({ message, extensions }) => [extensions.code, message]);
  };
  const lastChanges = async (since: number) =>
    (
      (await ask(`{ changes(since: "${since}") { nodes { id action author reason } } }`, {}, {})) as never as {
        changes: { nodes: object[] };
      }
    ).changes.nodes;

  const importing = `mutation ($records: [JSON!]!, $reason: String) { importRecords(records: $records, reason: $reason) {
    revision read created updated unchanged rejected proposed rejections { index field value reason }
  } }`;

  it('takes records in, tells what became of each, and shows them to the next question', async () => {
    const records = [
      publication('new', { title: 'A new one', themes: ['theme/asylum', 'theme/nowhere'], date: '2024' }),
      { ...publication('soon'), date: 'soon' },
      { ...publication('null'), doi: null },
      'nothing',
      publication('chains'),
      publication('brief', { title: 'Another title' }),
      publication('new'),
    ];
    const { importRecords } = await ask(importing, { records, reason: 'the list of November' });
    expect(importRecords).toEqual({
      revision: 2,
      read: 7,
      created: 1,
      updated: 2,
      unchanged: 0,
      rejected: 5,
      proposed: 0,
      rejections: [
        {
          index: 0,
          field: 'themes',
          value: 'theme/nowhere',
          reason: 'is not in the graph nor in these files; the link waits for it, the record went in',
        },
        { index: 1, field: 'date', value: 'soon', reason: 'is not a date such as 2021, 2021-03 or 2021-03-05' },
        { index: 2, field: 'doi', value: null, reason: 'is not a string' },
        { index: 3, field: '', value: 'nothing', reason: 'is not an object' },
        { index: 6, field: 'id', value: 'publication/new', reason: 'was given before by the same source, at index 0' },
      ],
    });
    expect(await ask('{ publication(id: "publication/new") { title themes { id } } }', {}, {})).toEqual({
      publication: { title: 'A new one', themes: [{ id: 'theme/asylum' }] },
    });
    const by = { author: 'Cora', reason: 'the list of November' };
    expect(await lastChanges(1)).toEqual([
      { id: 'publication/new', action: 'CREATED', ...by },
      { id: 'publication/chains', action: 'UPDATED', ...by },
      { id: 'publication/brief', action: 'UPDATED', ...by },
    ]);
    const again = await ask(importing, { records: [records[0]] });
    expect(again.importRecords).toMatchObject({ revision: 2, created: 0, unchanged: 1, rejected: 1 });
  });

  it('takes what became of ids in as files of records tell it', async () => {
    const records = [{ kind: 'merged', id: 'organisation/lefo', into: 'organisation/astra', reason: 'one' }];
    expect((await ask(importing, { records })).importRecords).toMatchObject({ read: 1, rejected: 0, revision: 2 });
    const { node } = await ask('{ node(id: "organisation/lefo") { id redirectedFrom } }');
    expect(node).toEqual({ id: 'organisation/astra', redirectedFrom: 'organisation/lefo' });
  });

  it('takes a thousand records and 5 MB at once, and says where the limits are', async () => {
    const many = (count: number, title = 'x') =>
      Array.from({ length: count }, (_, n) => publication(`many-${n}`, { title: `${title} ${n}` }));
    const { importRecords } = await ask(importing, { records: many(1_000, 'x'.repeat(2_000)) });
    expect(importRecords).toMatchObject({ read: 1_000, created: 1_000, rejected: 0 });
    expect(await refusal(importing, { records: many(1_001) })).toEqual([
      ['BAD_USER_INPUT', 'records: 1001 were given; the limit is 1000. Send them in several requests.'],
    ]);
    const large = await post(importing, { records: many(1_000, 'x'.repeat(5_000)) });
    expect([large.status, ((await large.json()) as { detail: string }).detail]).toEqual([
      413,
      'The body is larger than 5000000 bytes; send it in several requests.',
    ]);
  }, 60_000);

  it('refuses a body of very many values, whoever sends it', async () => {
    const response = await post(importing, { records: Array.from({ length: 600_000 }, () => 1) });
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      400,
      'The body has more than 500000 values; send them in several requests.',
    ]);
  });

  it('reads a large body only of whoever has a key', async () => {
    const records = [publication('large', { title: 'x'.repeat(200_000) })];
    const without = await post(importing, { records }, {});
    expect(without.status).toBe(413);
    const wrong = { authorization: `${keys.curator.authorization.slice(0, -1)}_` };
    const withWrong = await post(importing, { records }, wrong);
    expect([withWrong.status, withWrong.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect((await ask(importing, { records })).importRecords).toMatchObject({ created: 1 });
  });

  it('looks for duplicates after an import, lists them as questions, and carries out what is decided', async () => {
    const twin = { title: 'Residence permits of victims', publishers: ['organisation/astra'], date: '2022' };
    const records = [
      publication('one', twin),
      publication('two', twin),
      publication('drei', { ...twin, language: 'de' }),
      publication('four', { doi: '10.1000/brief' }),
    ];
    const { importRecords } = await ask(importing, { records });
    expect(importRecords).toMatchObject({ created: 4, proposed: 4 });
    const list = `query ($after: String, $status: ReviewStatus) { reviews(first: 3, after: $after, status: $status) {
      totalCount nodes { id kind status evidence fromId intoId from { id } into { label } decidedBy }
      pageInfo { hasNextPage hasPreviousPage endCursor }
    } }`;
    type Review = { id: string; kind: string; fromId: string; intoId: string };
    type Page = { totalCount: number; nodes: Review[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    const page = async (variables: object = {}) => ((await ask(list, variables)) as never as { reviews: Page }).reviews;
    const first = await page();
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const rest = await page({ after: first.pageInfo.endCursor });
    expect(rest).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    const all = [...first.nodes, ...rest.nodes];
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
    const find = (kind: string, id: string) =>
      all.find((review) => review.kind === kind && [review.fromId, review.intoId].includes(id))!;
    const duplicate = all.find(({ fromId, intoId }) => [fromId, intoId].toSorted().join() === 'publication/one,publication/two')!; // prettier-ignore
    expect(duplicate).toMatchObject({
      kind: 'DUPLICATE',
      status: 'OPEN',
      evidence: ['near title, same publisher and year: organisation/astra, 2022'],
      from: { id: duplicate.fromId },
      into: { label: 'Residence permits of victims' },
      decidedBy: null,
    });

    const decide = `mutation ($id: ID!, $decision: Decision!, $reason: String) {
      decide(id: $id, decision: $decision, reason: $reason) { revision review { id status decidedBy into { id } } }
    }`;
    const accepted = await ask(decide, { id: duplicate.id, decision: 'ACCEPT', reason: 'the same file' });
    expect(accepted.decide).toEqual({
      revision: 3,
      review: { id: duplicate.id, status: 'ACCEPTED', decidedBy: 'Cora', into: { id: duplicate.intoId } },
    });
    const { node } = await ask(`{ node(id: "${duplicate.fromId}") { id redirectedFrom } }`, {}, {});
    expect(node).toEqual({ id: duplicate.intoId, redirectedFrom: duplicate.fromId });
    expect(await lastChanges(2)).toContainEqual({
      id: duplicate.fromId,
      action: 'MERGED',
      author: 'Cora',
      reason: 'the same file',
    });
    const doi = find('DUPLICATE', 'publication/four');
    await ask(decide, { id: doi.id, decision: 'REJECT' }, keys.admin);
    const rejected = await page({ status: 'REJECTED' });
    expect(rejected.nodes).toMatchObject([{ id: doi.id, status: 'REJECTED', decidedBy: 'Ada' }]);
    expect(await proposeDuplicates(served.catalogue.store)).toBe(0); // no question is asked twice
    const again = await refusal(decide, { id: doi.id, decision: 'ACCEPT' });
    expect(again).toEqual([['REFUSED', expect.stringMatching(/was rejected by Ada on /)]]);
    expect(await refusal(decide, { id: 'nothing', decision: 'ACCEPT' })).toEqual([
      ['REFUSED', expect.stringContaining('nothing is not in the review queue')],
    ]);
  });

  it('need not look for duplicates', async () => {
    const records = [publication('four', { doi: '10.1000/brief' })];
    const query = importing.replace('reason: $reason)', 'reason: $reason, review: false)');
    expect((await ask(query, { records })).importRecords).toMatchObject({ created: 1, proposed: 0 });
  });

  it('merges, and takes it back', async () => {
    const merge = `mutation { merge(from: "publication/chains", into: "publication/chains-2", reason: "one work") {
      revision id entity { id redirectedFrom statements { to { id } } }
    } }`;
    const merged = await ask(merge);
    expect(merged.merge).toMatchObject({
      revision: 2,
      id: 'publication/chains',
      entity: { id: 'publication/chains-2' },
    });
    expect(await lastChanges(1)).toContainEqual({
      id: 'publication/chains',
      action: 'MERGED',
      author: 'Cora',
      reason: 'one work',
    });
    expect((await ask(merge)).merge).toMatchObject({ revision: 2 });
    const undone = await ask('mutation { undo(id: "publication/chains") { revision id entity { id } } }');
    expect(undone.undo).toEqual({ revision: 3, id: 'publication/chains', entity: { id: 'publication/chains' } });
    expect(await ask('{ publication(id: "publication/chains") { id redirectedFrom } }', {}, {})).toEqual({
      publication: { id: 'publication/chains', redirectedFrom: null },
    });
  });

  it('withdraws, and answers with the reason from then on', async () => {
    const withdraw =
      'mutation { withdraw(id: "publication/brief", reason: "names a victim") { revision entity { id } } }';
    expect((await ask(withdraw)).withdraw).toEqual({ revision: 2, entity: null });
    const { status } = await fetch(`${served.url}/publication/brief`);
    expect(status).toBe(410);
    expect((await ask('mutation { undo(id: "publication/brief") { entity { id } } }')).undo).toEqual({
      entity: { id: 'publication/brief' },
    });
  });

  it('withdraws what one source says, and no more', async () => {
    const other = { url: 'https://example.org/other', verified: false };
    await save(served.catalogue.store, [publication('brief', { title: 'Theirs', project: undefined, source: other })]);
    const withdraw = `mutation ($source: String!) {
      withdraw(id: "publication/brief", reason: "wrong", source: $source) { entity { sources { url } } }
    }`;
    expect((await ask(withdraw, { source: other.url })).withdraw).toEqual({
      entity: { sources: [{ url: source.url }] },
    });
    expect(await refusal(withdraw, { source: other.url })).toEqual([
      ['REFUSED', `publication/brief has no record from ${other.url}; there are ${source.url}.`],
    ]);
  });

  it('erases by the key of an admin alone', async () => {
    const erase = 'mutation { withdraw(id: "publication/brief", reason: "names a victim", erase: true) { id } }';
    const told = "erase: true needs the key of an admin; the key of Cora is a curator's. Ask an admin to do it.";
    expect(await refusal(erase)).toEqual([['FORBIDDEN', told]]);
    const after = erase.replace(
      '{ ',
      '($erase: Boolean! = true) { first: withdraw(id: "publication/asylum", reason: "x") { id } ',
    );
    expect(await refusal(after.replace('erase: true', 'erase: $erase'))).toEqual([['FORBIDDEN', told]]);
    expect(await refusal(after.replace('erase: true', 'erase: $erase'), { erase: true })).toEqual([
      ['FORBIDDEN', told],
    ]);
    const both =
      '{ brief: publication(id: "publication/brief") { id } asylum: publication(id: "publication/asylum") { id } }';
    expect(await ask(both)).toEqual({ brief: { id: 'publication/brief' }, asylum: { id: 'publication/asylum' } });
    expect((await ask(erase, {}, keys.admin)).withdraw).toEqual({ id: 'publication/brief' });
    expect(await refusal('mutation { undo(id: "publication/brief") { id } }', {}, keys.admin)).toEqual([
      ['REFUSED', expect.stringContaining('publication/brief')],
    ]);
  });

  it.each([
    ['merge(from: "publication/brief", into: "country/RS") { id }', /both must be ids of one kind/],
    [
      'merge(from: "publication/brief", into: "publication/nowhere") { id }',
      /publication\/nowhere is not in the graph/,
    ],
    ['merge(from: "x", into: "y") { id }', /both must be ids of one kind/],
    ['withdraw(id: "publication/nowhere", reason: "x") { id }', /publication\/nowhere is not in the graph/],
    ['withdraw(id: "\\u0000", reason: "x") { id }', /is not in the graph/],
    ['undo(id: "publication/brief") { id }', /was neither merged nor withdrawn/],
  ])('says why it cannot be done, and changes nothing: %s', async (field, message) => {
    const [error] = await refusal(`mutation { ${field} }`);
    expect(error).toEqual(['REFUSED', expect.stringMatching(message)]);
    expect(await lastChanges(1)).toEqual([]);
  });

  it.each([
    ['withdraw(id: "publication/brief", reason: " ") { id }', /^reason: it is empty; say why\.$/],
    ['withdraw(id: "publication/brief", reason: " \\u200b-") { id }', /^reason: it is empty; say why\.$/],
    ['withdraw(id: "publication/brief", reason: "a\\u202eb") { id }', /^reason: it has marks in it that turn/],
    ['undo(id: "publication/brief", reason: "a\\nb") { id }', /^reason: .* has line breaks or control characters/],
  ])('says what is wrong with a reason, and changes nothing: %s', async (field, message) => {
    const [error] = await refusal(`mutation { ${field} }`);
    expect(error).toEqual(['BAD_USER_INPUT', expect.stringMatching(message)]);
    expect(await lastChanges(1)).toEqual([]);
  });

  it('takes no reason of more than a line', async () => {
    const query = 'mutation ($reason: String) { undo(id: "publication/brief", reason: $reason) { id } }';
    expect(await refusal(query, { reason: 'x'.repeat(501) })).toEqual([
      ['BAD_USER_INPUT', 'reason: it has 501 characters; the limit is 500.'],
    ]);
  });

  it('carries out several one after another, each seeing the one before', async () => {
    const { a, b, c } = await ask(`mutation {
      a: merge(from: "publication/chains", into: "publication/chains-2") { revision }
      b: undo(id: "publication/chains") { revision entity { id } }
      c: withdraw(id: "publication/chains", reason: "x") { revision entity { id } }
    }`);
    expect([a, b, c]).toEqual([
      { revision: 2 },
      { revision: 3, entity: { id: 'publication/chains' } },
      { revision: 4, entity: null },
    ]);
  });

  it('refuses hundreds of writes in one request before any is done', async () => {
    const many = Array.from({ length: 41 }, (_, n) => `w${n}: withdraw(id: "publication/brief", reason: "x") { id }`);
    expect((await refusal(`mutation { ${many.join(' ')} }`))[0]![0]).toBe('QUERY_TOO_LARGE');
    expect(await lastChanges(1)).toEqual([]);
  });
});
