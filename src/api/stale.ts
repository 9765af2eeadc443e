import type { ApolloServerPlugin } from '@apollo/server';
import { keepAtMost, keepFor } from './answer-notes.ts';
import type { Context } from './context.ts';

/** Says in an answer given while the graph cannot be read which revision it is of, and until when that was the last one. */
export const tellStale: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue: { catalogue, projection, notes } }) {
    return {
      async willSendResponse({ response: { body } }) {
        const since = catalogue.staleSince;
        if (since === null || body.kind !== 'single') return;
        keepAtMost(notes, keepFor.news);
        const { extensions } = body.singleResult;
        body.singleResult.extensions = { ...extensions, stale: { revision: projection.revision, since } };
      },
    };
  },
};

/** Codes of what may be asked again in a moment. */
const passing = ['UNAVAILABLE', 'BUSY'];

/** Where the graph could not be asked and nothing is left to tell, HTTP says so too. */
export const whileUnavailable: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single') return;
        const { data, errors = [] } = body.singleResult;
        const isEmpty = !data || Object.values(data).every((value) => value === null);
        if (!isEmpty || !errors.some(({ extensions }) => passing.includes(String(extensions?.code)))) return;
        http.status = 503;
        if (!http.headers.has('retry-after')) http.headers.set('retry-after', '2');
      },
    };
  },
};
