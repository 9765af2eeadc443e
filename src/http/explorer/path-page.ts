import { PathsToldDocument } from '../../client/operations.generated.ts';
import { pathPage } from '../../explorer/path.ts';
import { relationWord } from '../../landing/statement.ts';
import type { PageMaker } from './answer-page.ts';
import { findEnd } from './find-end.ts';

/** `/path`: how two entities hang together. Each end is an id, or a name that may have to be made clear. */
export const path: PageMaker = async (asked) => {
  const { ask, given, site } = asked;
  const [from, to] = await Promise.all([findEnd(asked, 'from'), findEnd(asked, 'to')]);
  const found =
    from.id !== undefined && to.id !== undefined
      ? (await ask(PathsToldDocument, { from: from.id, to: to.id, language: site.language })).path
      : undefined;
  if (given.get('format') !== 'csv') return pathPage(site, { given, ends: { from, to }, paths: found });
  const rows = (found ?? []).flatMap(({ hops }, way) =>
    hops.map(({ statement }, step) =>
      statement
        ? [way + 1, step + 1, statement.from.id, statement.from.label, relationWord(site, statement.relation), statement.to.id, statement.to.label, statement.source.url ?? statement.source.file ?? ''] // prettier-ignore
        : [way + 1, step + 1],
    ),
  );
  const columns = ['way', 'step', 'from', 'name', 'relation', 'to', 'name', 'source'];
  return { table: { name: 'path', rows: [columns, ...rows] } };
};
