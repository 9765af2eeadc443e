import { Unavailable } from './unavailable.ts';

/** The engine's errors have this code, all of them; which one it is stands in their words alone. Errors of our own quote what they were given. */
const isOfEngine = (error: unknown): error is Error => (error as NodeJS.ErrnoException).code === 'GenericFailure';

/** An error that the engine was given by the system. */
export const isOfDisk = (error: unknown): boolean =>
  isOfEngine(error) && /os error|no space left|read-only file system|file too large/i.test(error.message);

/** A commit that may be on disk or not: the engine takes none after it until it is opened again. */
export const isInDoubt = (error: unknown): boolean => isOfEngine(error) && /GRAFEO-T0(08|10)/.test(error.message);

/** A write that met another one at commit. */
export const isConflict = (error: unknown): boolean => isOfEngine(error) && error.message.includes('GRAFEO-T001');

/** The last write may be on disk or not. */
export const notOnDisk = (cause: Error) =>
  new Unavailable(
    `The last write to the embedded graph could not be brought to disk: ${cause.message}\n` +
      'Nothing more is written until Common Thread is started again; what was accepted before is there. See to the disk first.',
    'The last write could not be brought to disk. Nothing more is written until this server is started again.',
    { cause, passing: false },
  );
