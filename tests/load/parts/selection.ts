import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { buildSets } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import { dailyShares } from '@/domain/exams/lookup'
import { getSubject } from '@/domain/exams/queries'
import { countQuestions, growBank, withBank } from '../bank'
import { percentile, spread } from '../measure'
import type { Result, ValueRow } from '../report'
import { subject } from '../stage'
import { folder } from '../workspace'

const sizes = [1_000, 100_000]
const days = 40

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
      growBank(subject, size)
      await buildSets(subject, today, new Date())
      const times = await buildDays(today)
      values.push({
        name: `a day's set built and stored, bank of ${countQuestions(subject).toLocaleString('en')}`,
        value: spread(times),
        unit: 'ms',
        aim: { atMost: 10 },
        note: `${days} days of ${shares.map(({ count }) => count).join(' + ')} questions; p99 ${percentile(times, 0.99).toFixed(1)} ms`,
      })
    })
  return { values }
}
