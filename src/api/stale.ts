import type { ApolloServerPlugin } from '@apollo/server';
import { keepAtMost, keepFor } from './answer-notes.ts';
import { Unavailable } from '../graph/unavailable.ts';
import type { Context } from './context.ts';
import { thrownAs } from './errors.ts';

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

/** Codes of what could not be done, through no fault of who asks. */
const ours = ['UNAVAILABLE', 'BUSY'];

/** False of a disk that takes no writes, which only whoever runs the server can mend. */
const willPass = (error: unknown) => !(error instanceof Unavailable) || error.passing;

/** Where the graph could not be asked and nothing is left to tell, HTTP says so too. */
export const whileUnavailable: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http }, errors: thrown = [] }) {
        if (body.kind !== 'single') return;
        const { data, errors = [] } = body.singleResult;
        const isEmpty = !data || Object.values(data).every((value) => value === null);
        if (!isEmpty || !errors.some(({ extensions }) => ours.includes(String(extensions?.code)))) return;
        http.status = 503;
        const isOver = thrown.some((error) => !willPass(thrownAs(error)));
        if (!isOver && !http.headers.has('retry-after')) http.headers.set('retry-after', '2');
      },
    };
  },
};
