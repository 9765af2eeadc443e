import { openVisitor, type Visitor, type VisitorOptions } from './visitor.ts';

/** Most of the answer that is read, in bytes; it is some hundred. */
const answerBytes = 64 * 1024;

/** Where archived copies are looked up. */
export interface ArchiveOptions extends VisitorOptions {
  /** The availability API of the archive. Default: the Internet Archive's, `https://archive.org/wayback/available`. */
  archive?: string;
}

/** The archived copy of an address nearest to now, with a visitor of its own; null where none is known or the archive does not say. */
export async function findArchived(url: string, options: ArchiveOptions): Promise<string | null> {
  const visitor = openVisitor(options);
  try {
    return await findArchivedWith(visitor, url, options.archive);
  } finally {
    await visitor.close();
  }
}

/** The same with a visitor that is shared. Only an http(s) address that the archive itself names is returned, as it names it. */
export async function findArchivedWith(
  visitor: Visitor,
  url: string,
  archive = 'https://archive.org/wayback/available',
): Promise<string | null> {
  const question = new URL(archive);
  question.searchParams.set('url', url);
  const { answer } = await visitor.visit(question, { readBytes: answerBytes });
  return answer?.status === 200 ? readAnswer(answer.body.toString('utf8')) : null;
}

interface Availability {
  archived_snapshots?: { closest?: { available?: unknown; url?: unknown; status?: unknown } };
}

function readAnswer(text: string): string | null {
  let closest;
  try {
    closest = (JSON.parse(text) as Availability | null)?.archived_snapshots?.closest;
  } catch {
    return null;
  }
  if (closest?.available !== true || typeof closest.url !== 'string') return null;
  // A copy of "not found" helps nobody; `status` is that of the page when it was copied.
  if (closest.status !== undefined && !/^[23]\d\d$/.test(String(closest.status))) return null;
  return /^https?:\/\/\S+$/i.test(closest.url) && URL.canParse(closest.url) ? closest.url : null;
}
