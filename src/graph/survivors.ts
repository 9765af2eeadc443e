import type { Write } from './revision.ts';

/**
 * Works out anew what each retired id stands for: the end of its chain of merges, or nothing where that was withdrawn.
 * Gives it for every retired id.
 */
export async function refreshSurvivors({ run, revision }: Write): Promise<Map<string, string | null>> {
  const rows = await run<{ id: string; into: string | null; survivor: string | null }>(
    `MATCH (r:Retired) RETURN r.id AS id, r.into AS into, r.survivor AS survivor`,
  );
  const intoOf = new Map(rows.map(({ id, into }) => [id, into]));
  const survivors = new Map<string, string | null>();
  for (const { id } of rows) {
    let end: string | null = id;
    for (let steps = 0; end !== null && intoOf.has(end) && steps <= rows.length; steps++) end = intoOf.get(end)!;
    survivors.set(id, end);
  }
  const wrong = rows.filter(({ id, survivor }) => survivors.get(id) !== survivor);
  if (wrong.length > 0)
    await run(
      `UNWIND $rows AS row MATCH (r:Retired {id: row.id}) SET r.survivor = row.survivor, r.revision = $revision`,
      {
        rows: wrong.map(({ id }) => ({ id, survivor: survivors.get(id)! })),
        revision: await revision(),
      },
    );
  return survivors;
}
