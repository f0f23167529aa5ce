import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { store } from '@/db/client'
import { buildSets } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import { dailyShares } from '@/domain/exams/lookup'
import { getSubject } from '@/domain/exams/queries'
import { withBank } from '../bank'
import { percentile, spread } from '../measure'
import type { Result, ValueRow } from '../report'
import { subject } from '../stage'
import { folder } from '../workspace'

const sizes = [1_000, 100_000]
const days = 40

/** Copies of the starter questions under new ids, sections and chapters as theirs, until the bank has `size`. */
function grow(size: number) {
  const { raw } = store()
  if (!raw) throw new Error('the bench runs on SQLite')
  const columns = (raw.pragma('table_info(questions)') as { name: string }[]).map(({ name }) => name)
  const own: Record<string, string> = { id: "'copy-' || n.i", shuffle: 'abs(random()) >> 33', last_used_on: "''" }
  raw
    .prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < @more),
         model as (select q.*, row_number() over (order by id) - 1 as at, count(*) over () as models
                   from questions q where subject_slug = @subject)
       insert into questions (${columns.join(', ')})
       select ${columns.map((name) => own[name] ?? name).join(', ')} from n join model on model.at = n.i % model.models`,
    )
    .run({ subject, more: size - countQuestions() })
  raw.exec('analyze')
}

function countQuestions(): number {
  const row = store().raw?.prepare('select count(*) as n from questions where subject_slug = ?').get(subject)
  return (row as { n: number }).n
}

/** Milliseconds for each of the next 40 days, one after the other, durably stored. */
async function buildDays(from: string): Promise<number[]> {
  const times: number[] = []
  for (let ahead = 1; ahead <= days; ahead++) {
    const startedAt = performance.now()
    await buildSets(subject, addDays(from, ahead), new Date())
    times.push(performance.now() - startedAt)
  }
  return times
}

/** Choosing and storing one day's set must not depend on how large the bank is. */
export async function selection(): Promise<Result> {
  const values: ValueRow[] = []
  for (const size of sizes)
    await withBank(join(folder, `bank-${size}.db`), async (today) => {
      const shares = dailyShares((await getSubject(subject)).paper, today)
      grow(size)
      await buildSets(subject, today, new Date())
      const times = await buildDays(today)
      values.push({
        name: `a day's set built and stored, bank of ${countQuestions().toLocaleString('en')}`,
        value: spread(times),
        unit: 'ms',
        aim: { atMost: 10 },
        note: `${days} days of ${shares.map(({ count }) => count).join(' + ')} questions; p99 ${percentile(times, 0.99).toFixed(1)} ms`,
      })
    })
  return { values }
}
