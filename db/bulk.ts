import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Handle, prepared } from './client'

/** How many rows one statement inserts: a few sizes, each built once, so that thousands of rows cost little more than bare ones. */
const sizes = [64, 8, 1]

type Values = Record<string, unknown>

const nameOf = (row: number, column: string) => `${row}_${column}`

function build<T extends PgTable>(handle: Handle, into: T, columns: readonly string[], size: number) {
  const rows = Array.from({ length: size }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column, sql.placeholder(nameOf(row, column))])),
  )
  return handle.insert(into).values(rows as T['$inferInsert'][])
}

/**
 * Inserts many rows of one shape: every row has the columns of the first, null where there is no value.
 * @param name of the statement, one per table and shape.
 */
export async function insertMany<T extends PgTable>(
  tx: Handle,
  { into, name }: { into: T; name: string },
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  for (let at = 0; at < rows.length; ) {
    const size = sizes.find((one) => one <= rows.length - at) ?? 1
    const values: Values = {}
    for (let row = 0; row < size; row++) {
      const from = rows[at + row] as Values
      for (const column of columns) values[nameOf(row, column)] = from[column] ?? null
    }
    await prepared(tx, `${name}:${size}`, (handle) => build(handle, into, columns, size)).execute(values)
    at += size
  }
}
