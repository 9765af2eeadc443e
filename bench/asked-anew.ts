import type { LoadRequest } from './load.ts';

/** More than any server here answers in one measurement. */
export const enough = 40_000;

/**
 * The same GraphQL questions over and over, each time with another value of a variable that no query uses: so that
 * every answer is worked out, and none given again from those that the server keeps. Other requests stay as they are.
 */
export function askedAnew(requests: LoadRequest[]): LoadRequest[] {
  if (requests.some(({ path }) => path !== '/graphql')) return requests;
  return Array.from({ length: enough }, neverTheSame(requests));
}

/** The same GraphQL questions in turn without end, each time with another value of that variable. */
export function neverTheSame(requests: LoadRequest[]): () => LoadRequest {
  let time = 0;
  return () => {
    const request = requests[time % requests.length]!;
    const { query, variables } = JSON.parse(request.body!) as { query: string; variables: object };
    return { ...request, body: JSON.stringify({ query, variables: { ...variables, time: time++ } }) };
  };
}
