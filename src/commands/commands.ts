import { backupCommand, restoreCommand } from './backup.ts';
import { checkCommand, checkLinksCommand } from './check.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { fileDraftsCommand } from './file-drafts.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { namesCommand } from './names.ts';
import type { RelatedArguments } from './related.ts';
import { mergeCommand, undoCommand, withdrawCommand } from './retire.ts';
import { reviewDecideCommand, reviewListCommand, reviewReopenCommand, reviewShowCommand } from './review.ts';
import { statsCommand } from './stats.ts';

/** Loaded when it is used: it brings the whole API with it. */
const relatedCommand: Command<RelatedArguments> = async (...given) =>
  (await import('./related.ts')).relatedCommand(...given);

/** Every command that needs the graph, by the name under which it is sent to a server that holds the graph. */
export const commands = {
  backup: backupCommand,
  check: checkCommand,
  'check links': checkLinksCommand,
  export: exportCommand,
  'file drafts': fileDraftsCommand,
  history: historyCommand,
  import: importCommand,
  merge: mergeCommand,
  names: namesCommand,
  related: relatedCommand,
  restore: restoreCommand,
  'review decide': reviewDecideCommand,
  'review list': reviewListCommand,
  'review reopen': reviewReopenCommand,
  'review show': reviewShowCommand,
  stats: statsCommand,
  undo: undoCommand,
  withdraw: withdrawCommand,
} as const;

export type CommandName = keyof typeof commands;

/** What a command is given, by its name. */
export type ArgumentsOf<Name extends CommandName> =
  (typeof commands)[Name] extends Command<infer Given> ? Given : never;

/** The command of a name that came from another process; null when there is none. */
export function commandOf(name: string): Command<never> | null {
  return Object.hasOwn(commands, name) ? (commands[name as CommandName] as Command<never>) : null;
}
