import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, store } from '@/db/client'
import { dialect } from '@/db/columns'
import { seedExam } from '@/domain/banks/commands'
import { sumAnswers, sumAnswersQuery, sumOfAttempts } from '@/domain/progress/answer-queries'
import { attemptsSince } from '@/domain/progress/overview-queries'
import { Candidate } from '../support/candidate'
import { teaFiles } from '../support/tea-exam'

const now = '2030-01-15T17:00:00Z'
let ana: Candidate
let attemptId: string
beforeAll(async () => {
  await seedExam(teaFiles(), new Date(now))
  ana = await Candidate.begin(now)
  const state = await ana.start({ subject: 'green-tea' }, now)
  attemptId = state.id
  await ana.answerAll(state, now)
})

test('a person’s answers are added up by chapter and type', async () => {
  const sums = await sumAnswers(ana.userId, 'green-tea')
  expect(sums.reduce((sum, one) => sum + one.n, 0)).toBe(6)
  expect(sums.every((one) => one.score === one.maxScore && one.squares > 0 && one.spentMs === 1000 * one.n)).toBe(true)
  expect(
    sums.some((one) => one.type === 'essay'),
    'not marked yet',
  ).toBe(false)
  expect((await sumOfAttempts([attemptId])).get(attemptId)?.n).toBe(6)
  expect(await sumAnswers('somebody else', 'green-tea')).toEqual([])
})

type Told = { toSQL(): { sql: string; params: unknown[] } }

describe.runIf(dialect === 'sqlite')('on SQLite', () => {
  function planOf(query: unknown): string {
    const { sql: text, params } = (query as Told).toSQL()
    const values = params.map((one) => (typeof one === 'boolean' ? Number(one) : one))
    const steps = store().raw?.prepare(`explain query plan ${text}`).all(values) as { detail: string }[]
    return steps.map((step) => step.detail).join('\n')
  }

  test('answers are added up along their index, without a look at the table', () => {
    const plan = planOf(sumAnswersQuery(db(), { userId: 'a person', subject: 'green-tea' }))
    expect(plan).toContain('USING COVERING INDEX answers_progress (user_id=? AND subject_slug=? AND told=?)')
    expect(plan).not.toContain('SCAN')
  })

  test('attempts come by person and time', () => {
    const plan = planOf(attemptsSince('a person', 'tea-taster', new Date(now)))
    expect(plan).toContain('USING INDEX attempts_history (user_id=? AND started_at>?)')
    expect(plan).not.toContain('TEMP B-TREE')
  })
})

describe.runIf(dialect === 'postgres')('on PostgreSQL', () => {
  test('answers are found by their index', async () => {
    const engine = db() as unknown as { execute(query: unknown): Promise<{ rows: object[] }> }
    const query = sumAnswersQuery(db(), { userId: 'a person', subject: 'green-tea' }) as unknown as {
      getSQL(): ReturnType<typeof sql>
    }
    // A table of seven rows is read from end to end by any sane planner; the question is whether the index serves.
    await engine.execute(sql`set enable_seqscan = off`)
    const { rows } = await engine.execute(sql`explain ${query.getSQL()}`)
    await engine.execute(sql`set enable_seqscan = on`)
    expect(JSON.stringify(rows)).toContain('answers_progress')
  })
})
