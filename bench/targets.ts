import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createRandom } from './random.ts';

/** Whom the questions are about. */
export interface Targets {
  publication: string[];
  organisation: string[];
}

/** Draws `count` ids of each kind from a file of records, or all where there are fewer; the same for the same file. */
export async function drawTargets(file: string, count = 500, seed = 7): Promise<Targets> {
  const ids: Targets = { publication: [], organisation: [] };
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const { kind, id } = JSON.parse(line) as { kind: string; id: string };
    if (kind === 'publication' || kind === 'organisation') ids[kind].push(id);
  }
  const { between } = createRandom(seed);
  const draw = (from: string[]) => {
    for (let i = 0; i < Math.min(count, from.length); i++) {
      const j = between(i, from.length - 1);
      [from[i], from[j]] = [from[j]!, from[i]!];
    }
    return from.slice(0, count);
  };
  return { publication: draw(ids.publication), organisation: draw(ids.organisation) };
}
