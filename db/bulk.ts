import type Driver from 'better-sqlite3'
import { type Column, is, Param, Placeholder, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Handle, prepared, store } from './client'

/** How many rows one statement inserts in PostgreSQL: a few sizes, each built once. */
const sizes = [64, 8, 1]

type Values = Record<string, unknown>

/** A JSON value that is text already, and is stored as that. */
export class Json {
  constructor(readonly text: string) {}
}
type Row<T extends PgTable> = { [K in keyof T['$inferInsert']]: T['$inferInsert'][K] | Json }

type Insertion = { into: PgTable; columns: readonly string[]; name: string }

const nameOf = (row: number, column: string) => `${row}_${column}`

function build(handle: Handle, { into, columns }: Insertion, size: number) {
  const rows = Array.from({ length: size }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column, sql.placeholder(nameOf(row, column))])),
  )
  return handle.insert(into).values(rows as PgTable['$inferInsert'][])
}

const plain = (value: unknown) => (value instanceof Json ? JSON.parse(value.text) : value)

async function insertTogether(tx: Handle, insertion: Insertion, rows: readonly Values[]) {
  for (let at = 0; at < rows.length; ) {
    const size = sizes.find((one) => one <= rows.length - at) ?? 1
    const values: Values = {}
    for (let row = 0; row < size; row++)
      for (const column of insertion.columns) values[nameOf(row, column)] = plain(rows[at + row]?.[column] ?? null)
    await prepared(tx, `${insertion.name}:${size}`, (handle) => build(handle, insertion, size)).execute(values)
    at += size
  }
}

/** How one row becomes what is bound: its value in the row, or what every row has. */
type Binding = { column: string; encoder: Pick<Column, 'mapToDriverValue'> } | { constant: unknown }
type Straight = { statement: Driver.Statement; bindings: readonly Binding[] }

const straight = new WeakMap<Driver.Database, Map<string, Straight>>()

/** The statement that drizzle builds for one row, prepared on the writer's own connection. */
function prepareStraight(raw: Driver.Database, tx: Handle, insertion: Insertion): Straight {
  const known = straight.get(raw) ?? new Map<string, Straight>()
  straight.set(raw, known)
  const found = known.get(insertion.name)
  if (found) return found
  const query = build(tx, insertion, 1).toSQL()
  const bindings = query.params.map((param): Binding => {
    if (!is(param, Param) || !is(param.value, Placeholder)) return { constant: param }
    return { column: String(param.value.name).slice(nameOf(0, '').length), encoder: param.encoder }
  })
  const made = { statement: raw.prepare(query.sql), bindings }
  known.set(insertion.name, made)
  return made
}

function boundOf(binding: Binding, row: Values): unknown {
  if ('constant' in binding) return binding.constant
  const value = row[binding.column] ?? null
  if (value instanceof Json) return value.text
  return value === null ? null : binding.encoder.mapToDriverValue(value)
}

/** Past the builder, whose work for a row is several times SQLite's own. */
function insertStraight({ statement, bindings }: Straight, rows: readonly Values[]) {
  const bound: unknown[] = new Array(bindings.length)
  for (const row of rows) {
    for (let at = 0; at < bindings.length; at++) bound[at] = boundOf(bindings[at] as Binding, row)
    statement.run(bound)
  }
}

/**
 * Inserts many rows of one shape: every row has the columns of the first, null where there is no value.
 * @param name of the statement, one per table and shape.
 */
export async function insertMany<T extends PgTable>(
  tx: Handle,
  { into, name }: { into: T; name: string },
  rows: readonly Row<T>[],
): Promise<void> {
  if (rows.length === 0) return
  const insertion = { into, columns: Object.keys(rows[0] ?? {}), name }
  const { raw } = store()
  if (raw) insertStraight(prepareStraight(raw, tx, insertion), rows)
  else await insertTogether(tx, insertion, rows)
}
