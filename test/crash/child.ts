import { readFileSync, writeSync } from 'node:fs';
import type { GraphAddress } from '../../src/config.ts';
import { openGrafeo } from '../../src/graph/grafeo.ts';
import { openStore } from '../../src/graph/store.ts';
import { runStep } from './steps.ts';

/** What a child is told on stdin when it shall begin. */
export interface Task {
  address: GraphAddress;
  /** The step to begin with. */
  first: number;
  longestLog?: number;
}

// The process that is killed: opens the graph and takes one step after another until it is. What it writes to stdout
// is out before the next line runs, so a step that is not there was never acknowledged.
const { address, first, longestLog } = JSON.parse(readFileSync(0, 'utf8')) as Task;
const store = await (address.engine === 'embedded' ? openGrafeo(address.folder, longestLog) : openStore(address));
writeSync(1, 'open\n');
for (let step = first; ; step++) {
  await runStep(store, step);
  writeSync(1, `done ${step}\n`);
}
