import { namedEntities } from '../linking.ts';
import type { Command } from './command.ts';

/** Prints what can be found in texts, a line for each country, theme, instrument, organisation and project with its names. */
export const namesCommand: Command<object> = async ({ store }, _, say) => {
  for await (const entity of namedEntities(store)) await say.out(JSON.stringify(entity));
  return 0;
};
