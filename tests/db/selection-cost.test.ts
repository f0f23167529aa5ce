import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { PgliteDatabase } from 'drizzle-orm/pglite'
import { describe, expect, test } from 'vitest'
import { db, store, write } from '@/db/client'
import { dialect } from '@/db/columns'
import { seedExam } from '@/domain/banks/commands'
import { candidateLimit, listCandidates } from '@/domain/daily/queries'
import { teaCopy } from '../support/tea-copy'

const now = new Date('2030-01-15T17:00:00Z')
const sizes = [1000, 100_000]

const columns =
  'id, subject_slug, type, section, status, difficulty, current_version_id, shuffle, origin, created_at, updated_at'

/** `count` published questions in one statement; every version column points at one that exists. */
const rows: Record<typeof dialect, (subject: string, version: string, count: number) => string> = {
  sqlite: (subject, version, count) => `
    insert into questions (${columns})
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
    select '${subject}-' || i, '${subject}', 'single', 'choice', 'published', 2, '${version}',
      (i * 7919) % 1000003, 'seed', 0, 0 from n`,
  postgres: (subject, version, count) => `
    insert into questions (${columns})
    select '${subject}-' || i, '${subject}', 'single', 'choice', 'published', 2, '${version}',
      (i * 7919) % 1000003, 'seed', now(), now() from generate_series(1, ${count}) as n(i)`,
}

async function bankOf(count: number): Promise<string> {
  const subject = `bank-of-${count}`
  await seedExam({ ...teaCopy(subject), questions: teaCopy(subject, { choice: 1 }).questions }, now)
  await write(async (tx) => {
    const statement = sql.raw(rows[dialect](subject, 'a version', count))
    if (dialect === 'sqlite') (tx as unknown as BetterSQLite3Database).run(statement)
    else await (tx as unknown as PgliteDatabase).execute(statement)
  })
  return subject
}

const candidates = (subject: string) =>
  listCandidates({ subject, section: 'choice', lawOn: '2029-12-31', limit: candidateLimit }, db())
const queryOf = (subject: string) => (candidates(subject) as unknown as { getSQL(): ReturnType<typeof sql> }).getSQL()

describe.runIf(dialect === 'sqlite')('on SQLite', () => {
  /** Counts, by a function in its condition, every row that the query looks at. */
  function rowsReadOnSqlite(subject: string) {
    const { raw } = store()
    if (!raw) throw new Error('this is not SQLite')
    let read = 0
    raw.function('counted', { deterministic: false }, () => {
      read++
      return 1
    })
    const query = candidates(subject) as unknown as { toSQL(): { sql: string; params: unknown[] } }
    const { sql: text, params } = query.toSQL()
    const values = params.map((one) => (typeof one === 'boolean' ? Number(one) : one))
    const plan = raw.prepare(`explain query plan ${text}`).all(values) as { detail: string }[]
    const found = raw.prepare(text.replace(' where (', ' where (counted() and ')).all(values)
    return { plan: plan.map((step) => step.detail).join('\n'), read, found: found.length }
  }

  test.each(sizes)(
    '%i questions: the candidates come in the order of the index, and no other row is read',
    async (count) => {
      const { plan, read, found } = rowsReadOnSqlite(await bankOf(count))
      expect(plan).toContain('USING INDEX questions_selection')
      expect(plan).not.toContain('TEMP B-TREE')
      expect(found).toBe(candidateLimit)
      expect(read).toBeGreaterThanOrEqual(candidateLimit)
      expect(read).toBeLessThanOrEqual(candidateLimit + 1)
    },
  )
})

describe.runIf(dialect === 'postgres')('on PostgreSQL', () => {
  type Plan = { 'Node Type': string; 'Index Name'?: string; 'Actual Rows': number; Plans?: Plan[] } & {
    'Rows Removed by Filter'?: number
  }
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

  test.each(sizes)(
    '%i questions: the candidates come in the order of the index, and hardly another row is read',
    async (count) => {
      const subject = await bankOf(count)
      const engine = db() as unknown as PgliteDatabase
      // What autovacuum does by itself on a server: the planner must know the table.
      await engine.execute(sql`analyze questions`)
      const told = await engine.execute(sql`explain (analyze, format json) ${queryOf(subject)}`)
      const [{ Plan: plan }] = (told.rows[0] as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN']
      const all = nodes(plan)
      expect(all.map((node) => node['Index Name']).filter(Boolean)).toEqual(['questions_selection'])
      const read = all.map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0))
      expect(Math.max(...read)).toBeLessThanOrEqual(600)
    },
  )
})
