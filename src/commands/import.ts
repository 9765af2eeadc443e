import { proposeDuplicates } from '../graph/duplicates.ts';
import { describeRejection, importFiles } from '../import.ts';
import { actOf, type Authored, type Command } from './command.ts';

/** Brings files of records into the graph, then looks for publications that may be one. Ends 1 when a line was rejected. */
export const importCommand: Command<Authored & { files: string[]; bytes: number; review: boolean }> = async (
  catalogue,
  given,
  say,
  signal,
) => {
  const summary = await importFiles(catalogue.store, given.files, {
    act: actOf(given),
    signal,
    onReject: (rejection) => say.note(describeRejection(rejection)),
    onProgress: (done) => void say.progress({ done, of: given.bytes }),
  });
  const proposed = given.review ? await proposeDuplicates(catalogue.store) : 0;
  if (proposed > 0) await say.note(`${proposed} pairs may be one publication; look at: review list`);
  await say.out(JSON.stringify(summary));
  return summary.rejected > 0 ? 1 : 0;
};
