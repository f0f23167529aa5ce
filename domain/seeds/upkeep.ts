/**
 * What a seed has to change so that rows are as their files have them: only what differs, so that the time of the last change
 * tells of a change. What has no file any more is retired; a draft is nobody's file, and stays. What an editor has written,
 * changed or retired is the editor's from then on, whatever the file says.
 */
type Kept = { id: string; status: string; origin: 'seed' | 'editor' }
type Wanted = { id: string }

/** The same text for the same facts, whatever the order in which a database gives the parts of a JSON value back. */
const factsOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

export function upkeepOf<R extends Wanted>(
  known: readonly Kept[],
  wanted: readonly R[],
): { save: R[]; retire: string[] } {
  const rows = new Map(known.map((row) => [row.id, row]))
  const isEditors = ({ id }: Wanted) => rows.get(id)?.origin === 'editor'
  const isAsWanted = (row: R) => {
    const there: Record<string, unknown> | undefined = rows.get(row.id)
    return there !== undefined && Object.entries(row).every(([key, value]) => factsOf(there[key]) === factsOf(value))
  }
  const ids = new Set(wanted.map((row) => row.id))
  return {
    save: wanted.filter((row) => !isEditors(row) && !isAsWanted(row)),
    retire: known
      .filter((row) => row.status === 'published' && !isEditors(row) && !ids.has(row.id))
      .map((row) => row.id),
  }
}
