import { and, asc, eq, gte, ne, sql } from 'drizzle-orm'
import { db, prepared } from '@/db/client'
import { attempts, users } from '@/db/schema'
import { addDays } from '@/domain/exams/day'
import type { ExamDefinition, Subject } from '@/domain/exams/definition'
import { paperOf } from '@/domain/exams/lookup'
import { getExam } from '@/domain/exams/queries'
import { startOfDay } from '@/domain/exams/zone'
import type { Goal } from '@/domain/users/input'
import { Refusal } from '@/lib/errors'
import { getMastery, sumOfAttempts } from './answer-queries'
import { answersMissing } from './mastery'
import { nextStep } from './next-step'
import { paceOf } from './pace'
import { getProgress } from './queries'
import type { LevelProgress, Overview, Progress, SubjectProgress } from './view'
import { adviceOf, type Counted, lostOf, mondaysUntil, sumUp, weeksOf } from './weeks'

const recentDays = 30
const adviceWeeks = 4

/** What a person has chosen that decides what this page shows. */
export async function findChoices(userId: string | null): Promise<{ games: boolean; goal: Goal | null }> {
  const [row] = userId
    ? await prepared(db(), 'progress-choices', (on) =>
        on
          .select({ settings: users.settings, goal: users.goal })
          .from(users)
          .where(eq(users.id, sql.placeholder('userId'))),
      ).execute({ userId })
    : []
  return { games: row?.settings?.games !== false, goal: row?.goal ?? null }
}

/** Attempts begun since an instant, along the index attempts_history; reading (背题) is none. */
export function attemptsSince(userId: string, exam: string, since: Date) {
  return db()
    .select({
      id: attempts.id,
      subject: attempts.subjectSlug,
      mode: attempts.mode,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      result: attempts.result,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.userId, userId),
        gte(attempts.startedAt, since),
        eq(attempts.examSlug, exam),
        ne(attempts.mode, 'recite'),
      ),
    )
    .orderBy(asc(attempts.startedAt), asc(attempts.id))
}

type Tried = Awaited<ReturnType<typeof attemptsSince>>[number]

/** Whether the stored result speaks of answered questions alone. */
const isWhole = ({ result }: Tried) => result !== null && result.unanswered === 0 && result.unmarked === 0

async function listCounted(userId: string | null, exam: ExamDefinition, since: Date): Promise<Counted[]> {
  const tried = userId ? await attemptsSince(userId, exam.slug, since) : []
  const sums = await sumOfAttempts(tried.filter((one) => !isWhole(one)).map((one) => one.id))
  return tried.map((one) => {
    const { subject, mode, startedAt, finishedAt, result } = one
    const answered = result && isWhole(one) ? { ...result, n: result.right + result.partial + result.wrong } : null
    const { n, score, maxScore } = answered ?? sums.get(one.id) ?? { n: 0, score: 0, maxScore: 0 }
    const lost = result?.lost ?? { over: 0, under: 0 }
    return { subject, mode, startedAt, finished: finishedAt !== null, n, score, maxScore, lost }
  })
}

/** The weeks that are shown and the instants at which they begin, and the first of the last 30 days: reckoned once. */
function calendarOf({ timeZone }: ExamDefinition, today: string) {
  const mondays = mondaysUntil(today)
  const starts = mondays.map((monday) => startOfDay(timeZone, monday))
  return { mondays, starts, recent: startOfDay(timeZone, addDays(today, 1 - recentDays)) }
}

type Shown = {
  userId: string | null
  exam: ExamDefinition
  now: Date
  calendar: ReturnType<typeof calendarOf>
  counted: readonly Counted[]
  goal: Goal | null
  papers: Progress['papers']
}

async function viewSubject(subject: Subject, { userId, exam, now, calendar, counted, goal, papers }: Shown) {
  const { chapters, sums } = await getMastery(userId, subject.slug, now)
  const own = counted.filter((one) => one.subject === subject.slug)
  const passed = goal?.exam === exam.slug ? goal.passed.find((one) => one.subject === subject.slug) : undefined
  const view: SubjectProgress = {
    subject: subject.slug,
    passed: passed?.year ?? null,
    today: papers.find((one) => one.subject === subject.slug)?.status ?? 'none',
    recent: sumUp(own.filter((one) => one.startedAt >= calendar.recent)),
    chapters,
    weeks: weeksOf(calendar.mondays, calendar.starts, own),
    pace: paceOf(paperOf(exam, subject), sums),
  }
  return { view, begun: sums.length > 0 || own.length > 0 }
}

/** SQLite answers within the turn that asks: between two papers others get theirs. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

async function viewLevel(slug: string, shown: Shown): Promise<LevelProgress> {
  const all: Awaited<ReturnType<typeof viewSubject>>[] = []
  for (const subject of shown.exam.subjects.filter((one) => one.level === slug)) {
    await turn()
    all.push(await viewSubject(subject, shown))
  }
  const subjects = all.map((one) => one.view)
  const weeks = subjects.flatMap((one) => one.weeks.slice(-adviceWeeks))
  const recent = { ...sumUp(weeks), lost: lostOf(weeks.map((one) => one.lost)) }
  return {
    level: slug,
    subjects,
    recent: sumUp(subjects.map((one) => one.recent)),
    begun: all.some((one) => one.begun),
    missing: answersMissing(subjects.flatMap((one) => one.chapters)),
    next: nextStep(subjects),
    lost: { recent, advice: adviceOf(recent) },
  }
}

/**
 * All that the progress page shows of an exam: of one level, or of all when none is named.
 * Somebody who has not begun yet gets the same shape, empty. @throws Refusal `not-found`
 */
export async function getOverview(
  userId: string | null,
  of: { exam: string; level?: string },
  now: Date,
): Promise<Overview> {
  const exam = await getExam(of.exam)
  const levels = exam.levels.filter((one) => of.level === undefined || one.slug === of.level)
  if (levels.length === 0) throw new Refusal('not-found', { detail: `no level ${of.level}` })
  const { games, goal } = await findChoices(userId)
  const { today, streak, makeUps, seals, papers } = await getProgress(userId, { exam: exam.slug }, now)
  const calendar = calendarOf(exam, today)
  const counted = await listCounted(userId, exam, calendar.starts[0] ?? now)
  const shown = { userId, exam, now, calendar, counted, goal, papers }
  const views: LevelProgress[] = []
  for (const level of levels) views.push(await viewLevel(level.slug, shown))
  return { exam: exam.slug, today, habit: games ? { streak, makeUps, seals } : null, levels: views }
}
