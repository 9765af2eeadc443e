/** What an operation was held to cost, and what one may. */
export interface Cost {
  requested: number;
  budget: number;
  depth: number;
}

/** One error of an answer, as GraphQL gives it. */
export interface ErrorDetail {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; [name: string]: unknown };
}

/** What else is known of an answer that is an error. */
export interface ErrorContext {
  status: number;
  errors?: readonly ErrorDetail[];
  data?: unknown;
  cost?: Cost;
  retryAfter?: number;
}

/**
 * The server's answer is an error, or has one in it. `code` says which: `docs/api.md` lists them; `HTTP_503` and the
 * like where the answer is no GraphQL. (A server that is not reached at all, and a request you abort, throw what
 * `fetch` throws.)
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  /** The HTTP status. */
  readonly status: number;
  /** Every error of the answer; the first one's message and code are this error's. */
  readonly errors: readonly ErrorDetail[];
  /** What was answered nevertheless, with null where the errors are. */
  readonly data: unknown;
  /** What the operation was held to cost, where it was understood. */
  readonly cost: Cost | undefined;
  /** After how many seconds to try again, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(code: string, message: string, { status, errors = [], data, cost, retryAfter }: ErrorContext) {
    super(message);
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.data = data;
    this.cost = cost;
    this.retryAfter = retryAfter;
  }
}
