import { within } from '../deadline.ts';
import { Unavailable } from './unavailable.ts';

/** The promise's own outcome, or `Unavailable`, naming `what`, when it takes longer than `milliseconds`. */
export const withDeadline = <Result>(promise: Promise<Result>, milliseconds: number, what: string): Promise<Result> =>
  within(
    milliseconds,
    promise,
    () =>
      new Unavailable(`No answer after ${milliseconds} ms: ${what}`, 'The graph took too long to answer. Try again.'),
  );
