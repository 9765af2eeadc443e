import { ApiError, type Cost, type ErrorDetail } from './api-error.ts';

interface Answer {
  data?: unknown;
  errors?: ErrorDetail[];
  extensions?: { cost?: Cost };
  /** A problem document's (RFC 9457) sentence. */
  detail?: string;
}

/** The data of an answer of the server; throws an `ApiError` where it has errors or is no answer. */
export async function readAnswer(response: Response): Promise<unknown> {
  const { status } = response;
  const text = await response.text();
  let answer: Answer | null;
  try {
    answer = JSON.parse(text) as Answer | null;
  } catch {
    throw new ApiError(`HTTP_${status}`, `The server answered ${status} with something that is not JSON.`, { status });
  }
  const { data, errors, extensions, detail } = answer ?? {};
  const after = Number(response.headers.get('retry-after') ?? NaN);
  const context = { status, errors, data, cost: extensions?.cost, retryAfter: after >= 0 ? after : undefined };
  const [first] = errors ?? [];
  if (first) throw new ApiError(first.extensions?.code ?? 'UNKNOWN', first.message, context);
  if (data === undefined || data === null)
    throw new ApiError(`HTTP_${status}`, detail ?? `The server answered ${status} without data.`, context);
  return data;
}
