import { performance } from 'node:perf_hooks'
import Driver from 'better-sqlite3'

/** What an import leaves in the bank; the command line keeps little more of it. */
const bankTables = ['questions', 'question_versions', 'question_prints']
/** And what the studio keeps besides: the staged questions, and what they are found by. */
export const studioTables = [...bankTables, 'question_texts', 'import_items', 'import_findings']

const brought: Record<string, string> = {
  questions: "origin = 'import'",
  import_items: 'true',
  import_findings: 'true',
}
const ofImported = "question_id in (select id from full.questions where origin = 'import')"

/**
 * The rows that an import has left, put into another database by prepared statements and nothing else, in one durable
 * transaction.
 * @param into a database that has the tables, and none of the rows
 */
export function bareSeconds(filled: string, into: string, tables = bankTables): number {
  const file = new Driver(into)
  file.exec(`attach '${filled}' as full`)
  const rows = tables
    .map((table) => {
      const from = `select * from full.${table} where ${brought[table] ?? ofImported}`
      return { table, rows: file.prepare(from).raw().all() as unknown[][] }
    })
    .filter(({ rows }) => rows.length > 0)
  // The imports themselves are few, and not what is measured.
  if (tables.includes('import_items')) file.exec('insert into imports select * from full.imports')
  file.pragma('foreign_keys = on')
  file.pragma('journal_mode = wal')
  file.pragma('synchronous = full')
  const startedAt = performance.now()
  file.transaction(() => {
    for (const { table, rows: all } of rows) {
      const insert = file.prepare(`insert into ${table} values (${(all[0] ?? []).map(() => '?').join(', ')})`)
      for (const row of all) insert.run(row)
    }
  })()
  const seconds = (performance.now() - startedAt) / 1000
  file.close()
  return seconds
}
