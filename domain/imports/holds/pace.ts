/**
 * How many rows the next transaction takes, by how long the last one held the lock: never much more than a dozen
 * milliseconds on a slow machine, and no more transactions than needed on a fast one.
 *
 * Example: 100 rows took 6 ms → 200; 100 rows took 48 ms → 50, never fewer.
 */
const targetMs = 12
const bounds = { least: 50, most: 500 }
export const firstRows = 100

export function nextRows(rows: number, ms: number): number {
  const wanted = rows * Math.min(2, targetMs / Math.max(ms, 0.1))
  return Math.round(Math.min(bounds.most, Math.max(bounds.least, wanted)))
}
