import { randomUUID } from 'node:crypto'
import { eq, inArray, max, sql } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { mediaUses, questionLaws, questionPrints, questions, questionVersions, subjects } from '@/db/schema'
import { forgetTexts, indexTexts } from '@/domain/bank-search/commands'
import { sectionOfType } from '@/domain/exams/lookup'
import { getSubject } from '@/domain/exams/queries'
import { dayIn } from '@/domain/exams/zone'
import { printOf } from '@/domain/imports/recognition/identity'
import { listEditionsOf } from '@/domain/laws/queries'
import { edited } from '@/domain/question-desk/life-cycle'
import { Refusal } from '@/lib/errors'
import { hashOfContent, lawsOf, picturesOf } from './content-traces'
import type { QuestionContent } from './input'
import { inForce } from './law-eligibility'

export type QuestionRow = typeof questions.$inferSelect

/** Who a version comes from. */
export type Author = { origin: 'seed' | 'editor' | 'import'; authorId: string | null; importId: string | null }

/** A version of which the traces are to be made. */
export type Traced = {
  questionId: string
  versionId: string
  subjectSlug: string
  chapterKey: string | null
  /** The import that brought the question, not the version. */
  importId: string | null
  content: QuestionContent
  /** Whether it is the version that is set, and not one that waits. */
  isCurrent: boolean
  isNew: boolean
}

/** What a question is recognised by; an id that a file gave stays its identity whatever becomes of its text. */
async function tracePrints(tx: Handle, items: readonly Traced[]) {
  const known = items.filter((one) => !one.isNew).map((one) => one.questionId)
  const gone =
    known.length === 0
      ? []
      : await tx
          .delete(questionPrints)
          .where(inArray(questionPrints.questionId, known))
          .returning({ questionId: questionPrints.questionId, identity: questionPrints.identity })
  const given = new Map(
    gone.filter((one) => one.identity.startsWith('i:')).map((one) => [one.questionId, one.identity]),
  )
  const rows = items.map(({ questionId, subjectSlug, importId, content, chapterKey }) => {
    const print = printOf({ content, chapterKey, externalId: null })
    return { questionId, subjectSlug, importId, ...print, identity: given.get(questionId) ?? print.identity }
  })
  await tx.insert(questionPrints).values(rows)
}

/** Says on which editions questions rest; those of a version that waits count when it becomes the current one. */
async function traceLaws(tx: Handle, items: readonly Pick<Traced, 'questionId' | 'content' | 'isNew'>[]) {
  const known = items.filter((one) => !one.isNew).map((one) => one.questionId)
  if (known.length > 0) await tx.delete(questionLaws).where(inArray(questionLaws.questionId, known))
  const rows = items.flatMap(({ questionId, content }) => lawsOf(content).map((one) => ({ questionId, ...one })))
  if (rows.length > 0) await tx.insert(questionLaws).values(rows)
}

/**
 * All that hangs on the newest version of questions, brought up to it: what it is recognised and found by, its pictures,
 * its laws. At most a few hundred at a time.
 */
export async function traceVersions(tx: Handle, items: readonly Traced[]) {
  if (items.length === 0) return
  const known = items.filter((one) => !one.isNew).map((one) => one.questionId)
  if (known.length > 0) await forgetTexts(tx, known)
  await indexTexts(tx, items)
  await tracePrints(tx, items)
  const current = items.filter((one) => one.isCurrent)
  if (current.length > 0) await traceLaws(tx, current)
  const uses = items.flatMap(({ versionId, content }) =>
    picturesOf(content).map((hash) => ({ hash, owner: `version:${versionId}` })),
  )
  if (uses.length > 0) await tx.insert(mediaUses).values(uses).onConflictDoNothing()
}

/** What a question's row says of its current version. @throws Refusal `invalid` when its paper has no section for the type */
export async function rowOf(
  tx: Handle,
  of: { subject: string; content: QuestionContent; section?: string | undefined },
) {
  const { content } = of
  const { paper } = await getSubject(of.subject, tx)
  const section = sectionOfType(paper, content.type, of.section)
  if (!section) {
    const message = `the paper of ${of.subject} has no section for ${content.type}`
    throw new Refusal('invalid', { errors: [{ path: 'body.content.type', code: 'section-missing', message }] })
  }
  const { from, until } = inForce(content.sources, await listEditionsOf([content], tx))
  return {
    type: content.type,
    section: section.id,
    difficulty: content.difficulty,
    inForceFrom: from,
    inForceUntil: until,
  }
}

/**
 * Adds a version to a question. What was published goes on being set as it is, and the new version waits; what never was
 * is the new version from now on, and a draft again.
 * @returns the id of the version
 */
export async function saveVersion(
  tx: Handle,
  { question, content, author }: { question: QuestionRow; content: QuestionContent; author: Author },
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const own = eq(questionVersions.questionId, question.id)
  const [last] = await tx
    .select({ number: max(questionVersions.number) })
    .from(questionVersions)
    .where(own)
  const version = { id, questionId: question.id, number: (last?.number ?? 0) + 1, content }
  await tx
    .insert(questionVersions)
    .values({ ...version, contentHash: hashOfContent(content), ...author, createdAt: now })
  const standing = edited(question)
  const isCurrent = standing.nextStatus === null
  // Also for one that waits: a type that the paper has no section for is refused before anybody reviews it.
  const row = await rowOf(tx, { subject: question.subjectSlug, content, section: question.section })
  const change = isCurrent ? { ...row, currentVersionId: id } : { nextVersionId: id }
  await tx
    .update(questions)
    .set({ ...standing, ...change, updatedAt: now })
    .where(eq(questions.id, question.id))
  const { subjectSlug, chapterKey, importId } = question
  const traced = { questionId: question.id, versionId: id, subjectSlug, chapterKey, importId, content }
  await traceVersions(tx, [{ ...traced, isCurrent, isNew: false }])
  return id
}

/** Brings up what a question is recognised by after a move to another chapter. */
export const retrace = (tx: Handle, question: QuestionRow, version: { id: string; content: QuestionContent }) =>
  tracePrints(tx, [
    {
      ...question,
      questionId: question.id,
      versionId: version.id,
      content: version.content,
      isCurrent: true,
      isNew: false,
    },
  ])

/** Makes the version that waits the one that is set. */
export async function makeNextCurrent(tx: Handle, question: QuestionRow, content: QuestionContent) {
  const row = await rowOf(tx, { subject: question.subjectSlug, content, section: question.section })
  await traceLaws(tx, [{ questionId: question.id, content, isNew: false }])
  const change = { ...row, currentVersionId: question.nextVersionId ?? question.currentVersionId, nextVersionId: null }
  await tx.update(questions).set(change).where(eq(questions.id, question.id))
}

/** Counts a change that candidates could see; the first of a subject is the first day of its sets. */
export async function noteVisibleChange(tx: Handle, slugs: Iterable<string>, now: Date) {
  for (const slug of new Set(slugs)) {
    const today = dayIn((await getSubject(slug, tx)).exam.timeZone, now)
    const firstDay = sql`coalesce(${subjects.firstDay}, ${today})`
    await tx
      .update(subjects)
      .set({ bankRevision: sql`${subjects.bankRevision} + 1`, firstDay })
      .where(eq(subjects.slug, slug))
  }
}
