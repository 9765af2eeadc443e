import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalogue } from '../catalogue.ts';
import { createContext, type Context } from '../api/context.ts';
import { allowAsking, readJson } from './responses.ts';

/** Answers GraphQL over HTTP. Any site may read; there are no cookies, so nothing of the reader is at stake. */
export async function answerGraphql(
  apollo: ApolloServer<Context>,
  catalogue: Catalogue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  if (request.method === 'OPTIONS')
    return allowAsking(
      response,
      'GET, POST, OPTIONS',
      // `*` stands for any header but this one, where no cookies are sent: Apollo's tools alone send a dozen of their own.
      'authorization, content-type, apollo-require-preflight, x-apollo-operation-name, *',
    );
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);

  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method!,
      headers,
      search: new URL(request.url!, 'http://localhost').search,
      body:
        request.method === 'POST'
          ? await readJson(request, 'the query as application/json: {"query": "…"}')
          : undefined,
    },
    context: async () => createContext(catalogue),
  });
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  if (answer.body.kind === 'complete') response.end(answer.body.string);
  else {
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
  }
}
