import { listDailyAttempts } from '@/domain/attempts/queries'
import { makeUpRefusal, makeUpsLeft, makeUpsPerMonth, makeUpWindowDays } from '@/domain/check-ins/make-up'
import { type CheckIn, listCheckIns } from '@/domain/check-ins/queries'
import { longestStreak, streakOf } from '@/domain/check-ins/streak'
import { addDays, daysFrom, daysOfMonth } from '@/domain/exams/day'
import type { ExamDefinition } from '@/domain/exams/definition'
import { getExam, getSubject, todayOf } from '@/domain/exams/queries'
import { viewSitting } from '@/domain/exams/view'
import type { Month, Progress } from './view'

type Tried = Awaited<ReturnType<typeof listDailyAttempts>>

const sealOf = ({ on, kind, score, maxScore }: CheckIn) => ({ on, kind, score, maxScore, full: score >= maxScore })

/** How a set stands: an unfinished attempt first; else the first complete finish, which replays never better. */
function stateOf(tried: Tried) {
  const open = tried.find((one) => one.finishedAt === null)
  const finished = tried.filter((one) => one.result)
  const counted = finished.find((one) => one.result?.unanswered === 0) ?? finished.at(-1)
  const shown = open ?? counted
  return {
    status: open ? ('open' as const) : counted ? ('finished' as const) : ('none' as const),
    attemptId: shown?.id ?? null,
    answered: shown?.answered ?? 0,
    of: shown?.of ?? null,
    score: counted?.result?.score ?? null,
    maxScore: counted?.result?.maxScore ?? null,
  }
}

/** A person's attempts at the sets of today and of the days that could still be made up. */
async function listRecent(userId: string | null, exam: ExamDefinition, today: string): Promise<Tried> {
  return userId ? listDailyAttempts(userId, exam.slug, addDays(today, -makeUpWindowDays), today) : []
}

/** Missed days that a make-up could fill right now, and how many are left for today's month. */
function makeUpsOf(tried: Tried, today: string, checkIns: readonly CheckIn[]) {
  const from = addDays(today, -makeUpWindowDays)
  const done = new Set(tried.flatMap((one) => (one.on && one.result?.unanswered === 0 ? [one.on] : [])))
  const days = daysFrom(from, addDays(today, -1)).filter((day) => makeUpRefusal(day, today, checkIns, done) === null)
  return { left: makeUpsLeft(checkIns, today.slice(0, 7)), perMonth: makeUpsPerMonth, days }
}

/** Streak, calendar and today's papers. Somebody who has not begun yet gets the same shape, empty. */
export async function getProgress(
  userId: string | null,
  of: { exam?: string; subject?: string },
  now: Date,
): Promise<Progress> {
  const exam = of.exam ? await getExam(of.exam) : (await getSubject(of.subject ?? '')).exam
  const { today, sitting } = todayOf(exam, now)
  const checkIns = userId ? await listCheckIns(userId, exam.slug) : []
  const recent = await listRecent(userId, exam, today)
  const days = new Set(checkIns.map((one) => one.on))
  return {
    exam: exam.slug,
    today,
    sitting: viewSitting(sitting, today),
    streak: { current: streakOf(days, today), longest: longestStreak(days), total: days.size },
    makeUps: makeUpsOf(recent, today, checkIns),
    seals: checkIns.slice(-371).map(sealOf),
    papers: exam.subjects.map(({ slug }) => ({
      subject: slug,
      ...stateOf(recent.filter((one) => one.subject === slug && one.on === today)),
    })),
  }
}

/** A month of one subject's archive, with the person's seals; today's month when none is named. */
export async function getMonth(
  userId: string | null,
  slug: string,
  month: string | undefined,
  now: Date,
): Promise<Month> {
  const { exam, firstDay } = await getSubject(slug)
  const { today } = todayOf(exam, now)
  const shown = month ?? today.slice(0, 7)
  // Every day from the first to today has a set, whether or not somebody has asked for it yet: asking stores it.
  const days = daysOfMonth(shown).filter((on) => firstDay !== null && firstDay <= on && on <= today)
  const tried = userId ? await listDailyAttempts(userId, exam.slug, `${shown}-01`, `${shown}-31`) : []
  const checkIns = userId ? await listCheckIns(userId, exam.slug) : []
  return {
    subject: slug,
    month: shown,
    today,
    firstDay,
    days: days.map((on) => {
      const { status, attemptId, score, maxScore } = stateOf(
        tried.filter((one) => one.subject === slug && one.on === on),
      )
      return { on, status, attemptId, score, maxScore }
    }),
    seals: checkIns.filter((one) => one.on.startsWith(shown)).map(sealOf),
    makeUps: makeUpsOf(await listRecent(userId, exam, today), today, checkIns),
  }
}
