import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';
import { tooLarge } from './errors.ts';

/** What the variables of a query may hold; those of a write carry whole records, and it has a key and limits of its own. */
const most = { values: 1_000, depth: 20 };

/** Refuses variables that are larger than any query needs, before they are compared with their types. */
export const variableLimits: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, request: { variables = {} } }) {
        if (operation?.operation === 'mutation') return;
        let level: unknown[] = Object.values(variables);
        for (let depth = 1, values = 0; level.length > 0; depth++) {
          values += level.length;
          if (values > most.values)
            throw tooLarge(`The variables hold more than ${most.values} values. Ask in several requests.`);
          if (depth > most.depth)
            throw tooLarge(
              `The variables go more than ${most.depth} deep. A filter can say the same with fewer parts inside parts.`,
            );
          level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
        }
      },
    };
  },
};
