import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { mistakes, questions } from '@/db/schema'
import { findChapterKeys, listChapterNodes } from '@/domain/exams/chapter-queries'
import { chaptersWithin } from '@/domain/exams/chapter-tree'
import { getSubject, listExams } from '@/domain/exams/queries'
import { pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import { viewOwnQuestions } from '@/domain/own-questions/queries'
import type { MistakesQuery } from './input'
import { rightNeeded } from './mistake'
import type { MistakeCounts, MistakesView } from './output'

export const mistakesAtOnce = 50

async function listRows(userId: string, query: MistakesQuery, now: Date) {
  const { subject, status, cursor } = query
  const chapters = await findChapterKeys(query, now)
  return db()
    .select({ entry: mistakes })
    .from(mistakes)
    .innerJoin(questions, eq(questions.id, mistakes.questionId))
    .where(
      and(
        eq(mistakes.userId, userId),
        eq(mistakes.status, status),
        subject === undefined ? undefined : eq(mistakes.subjectSlug, subject),
        chapters && inArray(questions.chapterKey, chapters),
        olderThan(cursor, mistakes.lastAnsweredAt, mistakes.questionId),
      ),
    )
    .orderBy(desc(mistakes.lastAnsweredAt), desc(mistakes.questionId))
    .limit(mistakesAtOnce + 1)
}

type Counted = { subject: string; chapter: string | null; status: 'open' | 'mastered'; count: number }

function listCounted(userId: string): Promise<Counted[]> {
  return db()
    .select({
      subject: mistakes.subjectSlug,
      chapter: questions.chapterKey,
      status: mistakes.status,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(mistakes)
    .innerJoin(questions, eq(questions.id, mistakes.questionId))
    .where(eq(mistakes.userId, userId))
    .groupBy(mistakes.subjectSlug, questions.chapterKey, mistakes.status)
}

function sumOf(rows: readonly Counted[]) {
  const of = (status: Counted['status']) =>
    rows.reduce((sum, row) => (row.status === status ? sum + row.count : sum), 0)
  return { open: of('open'), mastered: of('mastered') }
}

/** How many questions are in a person's book and how many left it: by subject, and by chapter with those below it. */
async function countMistakes(userId: string, now: Date): Promise<MistakeCounts> {
  const rows = await listCounted(userId)
  const slugs = (await listExams()).flatMap((exam) => exam.subjects.map((subject) => subject.slug))
  const subjects: MistakeCounts['subjects'] = []
  for (const subject of slugs) {
    const own = rows.filter((row) => row.subject === subject)
    if (own.length === 0) continue
    const nodes = await listChapterNodes(await getSubject(subject), now)
    const chapters = nodes.flatMap(({ key, title, parentKey: parent }) => {
      const below = new Set<string | null>(chaptersWithin(nodes, [key]).map((one) => one.key))
      const sum = sumOf(own.filter((row) => below.has(row.chapter)))
      return sum.open + sum.mastered > 0 ? [{ key, title, parent, ...sum }] : []
    })
    subjects.push({ subject, ...sumOf(own), chapters })
  }
  return { ...sumOf(rows), subjects }
}

/** A page of a person's mistake book, what was answered last first, and what all of it comes to. */
export async function listMistakes(userId: string, query: MistakesQuery, now: Date): Promise<MistakesView> {
  const rows = await listRows(userId, query, now)
  const page = pageOf(rows, mistakesAtOnce, ({ entry }) => ({ at: entry.lastAnsweredAt, id: entry.questionId }))
  const ids = page.items.map(({ entry }) => entry.questionId)
  const own = await viewOwnQuestions(userId, ids, now)
  return {
    items: page.items.flatMap(({ entry }) => {
      const question = own.get(entry.questionId)
      const { status, rightInRow, wrongCount, enteredAt, lastAnsweredAt, masteredAt, masteredBy } = entry
      const since = { enteredAt: enteredAt.toISOString(), lastAnsweredAt: lastAnsweredAt.toISOString() }
      const mastered = { masteredAt: masteredAt?.toISOString() ?? null, masteredBy }
      return question ? [{ ...question, status, rightInRow, rightNeeded, wrongCount, ...since, ...mastered }] : []
    }),
    nextCursor: page.nextCursor,
    counts: await countMistakes(userId, now),
  }
}
