import { and, eq, inArray, max } from 'drizzle-orm'
import { insertMany } from '@/db/bulk'
import type { Handle } from '@/db/client'
import { importItems, questionPrints, questions, questionVersions } from '@/db/schema'
import { listEditionsOf } from '@/domain/laws/queries'
import { edited } from '@/domain/question-desk/life-cycle'
import { hashOfContent } from '@/domain/questions/content-traces'
import type { QuestionContent } from '@/domain/questions/input'
import { inForce, type LawEdition } from '@/domain/questions/law-eligibility'
import { type QuestionRow, traceVersions } from '@/domain/questions/version-commands'
import type { ItemBefore } from '../state'
import { type Bringing, versionRow } from './new-rows'

/** A new version of a question that is there. `identity`: an id that the file gave, to know it by from now on. */
export type Replacing = {
  questionId: string
  versionId: string
  chapterKey: string | null
  section: string
  content: QuestionContent
  position: number
  givenIdentity: string | null
}

type Before = NonNullable<ItemBefore>
type Stored = { row: QuestionRow; print: Before['print']; number: number }

async function loadStored(tx: Handle, ids: string[]): Promise<Map<string, Stored>> {
  const rows = await tx.select().from(questions).where(inArray(questions.id, ids))
  const prints = await tx.select().from(questionPrints).where(inArray(questionPrints.questionId, ids))
  const numbers = await tx
    .select({ questionId: questionVersions.questionId, number: max(questionVersions.number) })
    .from(questionVersions)
    .where(inArray(questionVersions.questionId, ids))
    .groupBy(questionVersions.questionId)
  const numberOf = new Map(numbers.map((one) => [one.questionId, one.number ?? 0]))
  const printOf = new Map(prints.map(({ questionId, subjectSlug: _, importId: __, ...print }) => [questionId, print]))
  return new Map(
    rows.map((row) => [row.id, { row, print: printOf.get(row.id) ?? null, number: numberOf.get(row.id) ?? 0 }]),
  )
}

function beforeOf({ row, print }: Stored, versionId: string): Before {
  const { status, currentVersionId, nextVersionId, nextStatus, type, section, chapterKey, difficulty } = row
  const { inForceFrom, inForceUntil } = row
  const standing = { status, currentVersionId, nextVersionId, nextStatus, type, section, chapterKey, difficulty }
  return { row: { ...standing, inForceFrom, inForceUntil }, print, versionId }
}

/** What was published goes on as it is, and the version waits; what never was is the new version, as in the editor. */
function changeOf({ row }: Stored, one: Replacing, editions: readonly LawEdition[]) {
  const standing = edited(row)
  const chapterKey = one.chapterKey ?? row.chapterKey
  if (standing.nextStatus !== null) return { ...standing, chapterKey, nextVersionId: one.versionId }
  const { type, difficulty, sources } = one.content
  const { from, until } = inForce(sources, editions)
  const section = row.type === type ? row.section : one.section
  const shown = { type, section, difficulty, inForceFrom: from, inForceUntil: until }
  return { ...standing, ...shown, chapterKey, currentVersionId: one.versionId }
}

async function rememberIdentities(tx: Handle, replaced: readonly { one: Replacing; stored: Stored }[]) {
  for (const { one, stored } of replaced)
    if (one.givenIdentity !== null && !stored.print?.identity.startsWith('i:'))
      await tx
        .update(questionPrints)
        .set({ identity: one.givenIdentity })
        .where(eq(questionPrints.questionId, one.questionId))
}

/**
 * New versions of questions that are there, each noting what was before. A question that has gone meanwhile is left out.
 * @returns subjects in which candidates see a change: a published question went to another chapter
 */
export async function replaceVersions(tx: Handle, given: readonly Replacing[], bringing: Bringing): Promise<string[]> {
  if (given.length === 0) return []
  const known = await loadStored(
    tx,
    given.map((one) => one.questionId),
  )
  const replaced = given.flatMap((one) => {
    const stored = known.get(one.questionId)
    return stored ? [{ one, stored }] : []
  })
  const editions = await listEditionsOf(
    given.map((one) => one.content),
    tx,
  )
  const versions = replaced.map(({ one, stored }) =>
    versionRow({ ...one, number: stored.number + 1, contentHash: hashOfContent(one.content) }, bringing),
  )
  await insertMany(tx, { into: questionVersions, name: 'import-versions' }, versions)
  for (const { one, stored } of replaced) {
    const isIt = and(eq(importItems.importId, bringing.importId), eq(importItems.position, one.position))
    await tx
      .update(importItems)
      .set({ before: beforeOf(stored, one.versionId) })
      .where(isIt)
    await tx
      .update(questions)
      .set(changeOf(stored, one, editions))
      .where(eq(questions.id, one.questionId))
  }
  const traced = replaced.map(({ one, stored }) => ({
    ...one,
    subjectSlug: stored.row.subjectSlug,
    chapterKey: one.chapterKey ?? stored.row.chapterKey,
    importId: stored.row.importId,
    isCurrent: edited(stored.row).nextStatus === null,
    isNew: false,
  }))
  await traceVersions(tx, traced)
  await rememberIdentities(tx, replaced)
  const moved = ({ one, stored: { row } }: (typeof replaced)[number]) =>
    row.status === 'published' && one.chapterKey !== null && one.chapterKey !== row.chapterKey
  return replaced.filter(moved).map(({ stored }) => stored.row.subjectSlug)
}
