import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

onEveryEngine('GraphQL over HTTP', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
  });
  afterAll(() => served.close());

  // Their names are known before there is a server.
  const names = serverAudits({ url: '' }).map(({ id, name }) => [id, name] as const);

  it('is audited in full', () => {
    const levels = names.map(([, name]) => name.split(' ')[0]);
    expect(levels.filter((level) => level === 'MUST').length).toBeGreaterThanOrEqual(13);
    expect(levels.filter((level) => level === 'SHOULD').length).toBeGreaterThanOrEqual(23);
  });

  describe('the audit of graphql-http', () => {
    it.each(names)('%s: %s', async (id) => {
      const audit = serverAudits({ url: `${served.url}/graphql` }).find((other) => other.id === id)!;
      const result = await audit.fn();
      expect(result, 'reason' in result ? result.reason : '').toMatchObject({ status: 'ok' });
    });
  });
});
