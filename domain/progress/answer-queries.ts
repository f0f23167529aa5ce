import { and, eq, inArray, ne, type Placeholder, sql } from 'drizzle-orm'
import { db, type Handle, prepared } from '@/db/client'
import { isPublished } from '@/db/published'
import { answers, questions } from '@/db/schema'
import { getSubject, todayOf } from '@/domain/exams/queries'
import { type AnswerSums, chaptersOf, masteryOf } from './mastery'
import { longestMs } from './pace'
import type { Mastery, Sums } from './view'

const total = (column: Parameters<typeof sql>[1]) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)
// Written into the statement: as parameters PostgreSQL would take them for text.
const [essayMs, otherMs] = [sql.raw(String(longestMs.essay)), sql.raw(String(longestMs.other))]
const longest = sql`case when ${answers.type} = 'essay' then ${essayMs} else ${otherMs} end`
const spent = sql`case when ${answers.spentMs} > ${longest} then ${longest} else ${answers.spentMs} end`

type Whose = { userId: string | Placeholder; subject: string | Placeholder }

/** What is run, apart from its values, so that a test can look at its plan. */
export const sumAnswersQuery = (on: Handle, { userId, subject }: Whose) =>
  on
    .select({
      chapter: answers.chapterKey,
      type: answers.type,
      n: sql<number>`count(*)`.mapWith(Number),
      score: total(answers.score),
      maxScore: total(answers.maxScore),
      squares: total(sql`${answers.maxScore} * ${answers.maxScore}`),
      spentMs: total(spent),
    })
    .from(answers)
    .where(
      and(
        eq(answers.userId, userId),
        eq(answers.subjectSlug, subject),
        eq(answers.told, true),
        ne(answers.verdict, 'unmarked'),
      ),
    )
    .groupBy(answers.chapterKey, answers.type)

/** Told and marked answers of one person in one subject, added up along the index answers_progress alone. */
export const sumAnswers = (userId: string, subject: string) =>
  prepared(db(), 'progress-answers', (on) =>
    sumAnswersQuery(on, { userId: sql.placeholder('userId'), subject: sql.placeholder('subject') }),
  ).execute({ userId, subject })

const chunk = 300

/** Told and marked answers of attempts, added up for each. */
export async function sumOfAttempts(ids: readonly string[]): Promise<Map<string, Sums>> {
  const sums = new Map<string, Sums>()
  for (let from = 0; from < ids.length; from += chunk) {
    const rows = await db()
      .select({
        id: answers.attemptId,
        n: sql<number>`count(*)`.mapWith(Number),
        score: total(answers.score),
        maxScore: total(answers.maxScore),
      })
      .from(answers)
      .where(
        and(
          inArray(answers.attemptId, ids.slice(from, from + chunk)),
          eq(answers.told, true),
          ne(answers.verdict, 'unmarked'),
        ),
      )
      .groupBy(answers.attemptId)
    for (const { id, ...sum } of rows) sums.set(id, sum)
  }
  return sums
}

/** Chapters of a subject that have a published question. */
async function listPracticable(subject: string): Promise<Set<string>> {
  const rows = await prepared(db(), 'practicable', (on) =>
    on
      .selectDistinct({ key: questions.chapterKey })
      .from(questions)
      .where(and(eq(questions.subjectSlug, sql.placeholder('subject')), isPublished)),
  ).execute({ subject })
  return new Set(rows.flatMap((row) => row.key ?? []))
}

/** How the chapters of a subject stand, and the sums they come from. @throws Refusal `not-found` */
export async function getMastery(
  userId: string | null,
  subject: string,
  now: Date,
): Promise<{ chapters: Mastery[]; sums: AnswerSums[] }> {
  const { exam } = await getSubject(subject)
  const places = chaptersOf(exam, todayOf(exam, now).sitting.syllabus, subject)
  const sums = userId ? await sumAnswers(userId, subject) : []
  return { chapters: masteryOf(places, sums, await listPracticable(subject)), sums }
}
