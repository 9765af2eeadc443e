import { SingleBar } from 'cli-progress';
import type { Say } from './channel/request.ts';

/**
 * Says things to whoever runs a command: data to stdout, all else to stderr; progress as a bar on a terminal and as a
 * line at each tenth of the way elsewhere. `end` takes the bar away.
 */
export function sayOnTerminal(): Say & { end(): void } {
  let bar: SingleBar | undefined;
  let tenth = 0;
  const write = (stream: NodeJS.WriteStream, line: string) =>
    new Promise<void>((written, failed) => stream.write(`${line}\n`, (error) => (error ? failed(error) : written())));
  const end = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    out: (line) => {
      if (process.stdout.isTTY) end(); // else it goes elsewhere, and the bar may stay
      return write(process.stdout, line);
    },
    note: (line) => {
      end(); // the next progress draws it anew, below this line
      return write(process.stderr, line);
    },
    progress(value) {
      const { done, of } = value as { done: number; of: number };
      if (of === 0) return;
      if (process.stderr.isTTY) {
        if (!bar) {
          bar = new SingleBar({
            format: '{bar} {percentage} %, {eta_formatted} left',
            stream: process.stderr,
            clearOnComplete: true,
          });
          bar.start(of, done);
        }
        bar.update(done);
        return;
      }
      const reached = Math.floor((10 * done) / of);
      // Not the end: that is told by what the command says then.
      if (reached > tenth && reached < 10) process.stderr.write(`${reached * 10} %\n`);
      tenth = reached;
    },
    end,
  };
}
