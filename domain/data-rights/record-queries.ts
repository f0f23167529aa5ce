import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  checkIns,
  favourites,
  mistakes,
  notes,
  practiceReminders,
  questions,
  questionVersions,
  reminders,
  reports,
  users,
} from '@/db/schema'

/** So few that reading a page holds up nobody. */
const rowsAtOnce = 200

/** Pages of a list that is read by key. */
async function* pages<T>(next: (after: T | undefined) => Promise<T[]>): AsyncGenerator<T[]> {
  for (let page = await next(undefined); page.length > 0; ) {
    yield page
    page = page.length < rowsAtOnce ? [] : await next(page.at(-1))
  }
}

export async function* exportCheckIns(userId: string) {
  const { examSlug: exam, day: on, kind, score, maxScore, attemptId, createdAt } = checkIns
  yield await db()
    .select({ exam, on, kind, score, maxScore, attemptId, createdAt })
    .from(checkIns)
    .where(eq(checkIns.userId, userId))
    .orderBy(asc(exam), asc(on))
}

const stemOf = <R extends { content: { stem: string } }>({ content, ...row }: R) => ({ ...row, stem: content.stem })
type Keyed = { questionId: string }

/** The person's rows about questions, from one question on. */
function ofPerson<T extends typeof mistakes | typeof favourites | typeof notes>(
  table: T,
  userId: string,
  after: Keyed | undefined,
) {
  return and(eq(table.userId, userId), after && gt(table.questionId, after.questionId))
}

export const exportMistakes = (userId: string) =>
  pages(async (after: Keyed | undefined) => {
    const rows = await db()
      .select({
        questionId: mistakes.questionId,
        subject: mistakes.subjectSlug,
        status: mistakes.status,
        rightInRow: mistakes.rightInRow,
        wrongCount: mistakes.wrongCount,
        enteredAt: mistakes.enteredAt,
        lastAnsweredAt: mistakes.lastAnsweredAt,
        masteredAt: mistakes.masteredAt,
        masteredBy: mistakes.masteredBy,
        content: questionVersions.content,
      })
      .from(mistakes)
      .innerJoin(questions, eq(questions.id, mistakes.questionId))
      .innerJoin(questionVersions, eq(questionVersions.id, questions.currentVersionId))
      .where(ofPerson(mistakes, userId, after))
      .orderBy(asc(mistakes.questionId))
      .limit(rowsAtOnce)
    return rows.map(stemOf)
  })

export const exportFavourites = (userId: string) =>
  pages(async (after: Keyed | undefined) => {
    const { questionId, createdAt } = favourites
    const rows = await db()
      .select({ questionId, subject: questions.subjectSlug, createdAt, content: questionVersions.content })
      .from(favourites)
      .innerJoin(questions, eq(questions.id, questionId))
      .innerJoin(questionVersions, eq(questionVersions.id, questions.currentVersionId))
      .where(ofPerson(favourites, userId, after))
      .orderBy(asc(questionId))
      .limit(rowsAtOnce)
    return rows.map(stemOf)
  })

export const exportNotes = (userId: string) =>
  pages(async (after: Keyed | undefined) => {
    const { questionId, text, updatedAt } = notes
    const rows = await db()
      .select({ questionId, subject: questions.subjectSlug, text, updatedAt, content: questionVersions.content })
      .from(notes)
      .innerJoin(questions, eq(questions.id, questionId))
      .innerJoin(questionVersions, eq(questionVersions.id, questions.currentVersionId))
      .where(ofPerson(notes, userId, after))
      .orderBy(asc(questionId))
      .limit(rowsAtOnce)
    return rows.map(stemOf)
  })

/** Reports with the question as it read when it was reported, and what was answered. */
export const exportReports = (userId: string) =>
  pages(async (after: { id: string } | undefined) => {
    const {
      id,
      questionId,
      subjectSlug: subject,
      reason,
      text,
      createdAt,
      outcome,
      answer,
      answeredAt,
      seenAt,
    } = reports
    const rows = await db()
      .select({
        ...{ id, questionId, subject, reason, text, createdAt, outcome, answer, answeredAt, seenAt },
        content: questionVersions.content,
      })
      .from(reports)
      .innerJoin(questionVersions, eq(questionVersions.id, reports.versionId))
      .where(and(eq(reports.userId, userId), after && gt(id, after.id)))
      .orderBy(asc(id))
      .limit(rowsAtOnce)
    return rows.map(stemOf)
  })

/** What the person is told of: dates, at the address of the account or on a browser that also asks to practise; and daily. */
export async function exportReminders(userId: string) {
  const { channel, address, minute, language, createdAt } = practiceReminders
  const daily = await db()
    .select({ channel, address, minute, language, createdAt })
    .from(practiceReminders)
    .where(eq(practiceReminders.userId, userId))
    .orderBy(asc(channel), asc(address))
  const [account] = await db().select({ email: users.email }).from(users).where(eq(users.id, userId))
  const addresses = [...daily.map((one) => one.address), account?.email ?? ''].filter(Boolean)
  const of = reminders
  const dates = await db()
    .select({
      ...{ channel: of.channel, address: of.address, region: of.region, level: of.level, events: of.events },
      ...{ status: of.status, askedAt: of.askedAt, confirmedAt: of.confirmedAt, stoppedAt: of.stoppedAt },
    })
    .from(reminders)
    .where(inArray(of.address, addresses))
    .orderBy(asc(of.id))
  return { dates, daily }
}
