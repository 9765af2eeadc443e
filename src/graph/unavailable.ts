/**
 * The graph cannot do now what was asked of it, through no fault of who asks. The message is for whoever runs it and may
 * name addresses; `told` may be told to anybody.
 */
export class Unavailable extends Error {
  readonly told: string;
  /** Whether it may be otherwise in a moment without anybody's doing. */
  readonly passing: boolean;
  /** Whether too many asked at once, and nothing is wrong. */
  readonly busy: boolean;

  constructor(message: string, told: string, { cause, passing = true, busy = false }: UnavailableOptions = {}) {
    super(message, { cause });
    this.told = told;
    this.passing = passing;
    this.busy = busy;
  }
}

interface UnavailableOptions {
  cause?: unknown;
  passing?: boolean;
  busy?: boolean;
}
