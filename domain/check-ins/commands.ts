import type { Handle } from '@/db/client'
import { write } from '@/db/client'
import { checkIns } from '@/db/schema'
import { listDailyAttempts } from '@/domain/attempts/queries'
import { addDays } from '@/domain/exams/day'
import { getExam, todayOf } from '@/domain/exams/queries'
import { Refusal } from '@/lib/errors'
import { makeUpRefusal, makeUpsLeft } from './make-up'
import { listCheckIns } from './queries'
import { streakOf } from './streak'

/** Checks a person in for a day, once: the first finish of any paper's set counts, later ones change nothing. */
export async function checkIn(
  tx: Handle,
  entry: Pick<typeof checkIns.$inferInsert, 'userId' | 'examSlug' | 'day' | 'attemptId' | 'score' | 'maxScore'>,
  kind: 'done' | 'made-up',
  now: Date,
) {
  await tx
    .insert(checkIns)
    .values({ ...entry, kind, createdAt: now })
    .onConflictDoNothing()
}

/**
 * Spends a make-up (补签) on a missed day whose set has been done since.
 * @throws Refusal with the reason of the rule in make-up.ts
 */
export async function makeUpDay(userId: string, examSlug: string, day: string, now: Date) {
  return write(async (tx) => {
    const exam = await getExam(examSlug, tx)
    const { today } = todayOf(exam, now)
    const before = await listCheckIns(userId, examSlug, tx)
    const tried = await listDailyAttempts(userId, examSlug, day, day, tx)
    const done = tried.find((attempt) => attempt.finishedAt !== null && attempt.result?.unanswered === 0)
    const refusal = makeUpRefusal(day, today, before, new Set(done ? [day] : []))
    if (refusal) throw new Refusal(refusal)
    if (!done?.result) throw new Refusal('set-not-done')
    const { score, maxScore } = done.result
    await checkIn(tx, { userId, examSlug, day, attemptId: done.id, score, maxScore }, 'made-up', now)
    const days = new Set([...before.map((one) => one.on), day])
    const all = [...before, { on: day, kind: 'made-up' as const }]
    return {
      on: day,
      streak: streakOf(days, days.has(today) ? today : addDays(today, -1)),
      makeUpsLeft: makeUpsLeft(all, day.slice(0, 7)),
    }
  })
}
