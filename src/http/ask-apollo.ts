import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Context } from '../api/context.ts';
import { csv, type Question } from './question.ts';

/** What Apollo Server answers to a question. */
export interface ApolloAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Headers of Apollo's answer that are ours to say. */
const ours = ['cache-control', 'content-length', 'content-type'];

/** Asks Apollo Server; nothing is thrown where the question is wrong: that is an answer too. */
export async function askApollo(
  apollo: ApolloServer<Context>,
  context: Context,
  { method, search, body, headers: given, type }: Question,
): Promise<ApolloAnswer> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(given))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  headers.set('accept', type === csv ? 'application/graphql-response+json' : type);
  const { status, ...answer } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search, body },
    context: async () => context,
  });
  // Only answers that come in parts are of another kind, and this server has none.
  const text = answer.body.kind === 'complete' ? answer.body.string : '';
  const kept = [...answer.headers].filter(([name]) => !ours.includes(name));
  return { status: status ?? 200, headers: Object.fromEntries(kept), text };
}
