import { applySchema } from '../../src/graph/schema.ts';
import { openStore, type GraphStore } from '../../src/graph/store.ts';
import { stateOf } from './state.ts';
import { runStep } from './steps.ts';

/** A graph that takes the same steps undisturbed. */
export interface Control {
  /** Whether a state is that of `steps` steps, or one that the next step passes through, or comes to. */
  allows(state: string, steps: number): Promise<boolean>;
  close(): Promise<void>;
}

export async function openControl(): Promise<Control> {
  const store = await openStore({ engine: 'embedded', folder: ':memory:' });
  await applySchema(store);
  let taken = 0;
  let before = await stateOf(store); // of `taken` steps
  let within: string[] | null = null; // of the step after them, once it was taken as well

  async function follow(steps: number) {
    if (steps === taken) return;
    if (within) taken++;
    within = null;
    while (taken < steps) await runStep(store, taken++);
    before = await stateOf(store);
  }
  async function takeNext(): Promise<string[]> {
    const states: string[] = [];
    const watched: GraphStore = {
      ...store,
      async write(work, timeout) {
        const result = await store.write(work, timeout);
        states.push(await stateOf(store));
        return result;
      },
    };
    await runStep(watched, taken);
    return states;
  }
  return {
    async allows(state, steps) {
      await follow(steps);
      return state === before || (within ??= await takeNext()).includes(state);
    },
    close: () => store.close(),
  };
}
