import { eq, inArray } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import {
  answers,
  attemptItems,
  dailySetItems,
  favourites,
  mediaUses,
  mistakes,
  notes,
  questionLaws,
  questionPrints,
  questions,
  questionVersions,
  reports,
} from '@/db/schema'
import { forgetTexts, indexTexts } from '@/domain/bank-search/commands'
import { lawsOf } from '@/domain/questions/content-traces'
import type { QuestionRow } from '@/domain/questions/version-commands'
import type { ItemBefore, UndoCounts } from '../state'

type Done = { position: number; questionId: string | null; before: ItemBefore }
type Fate = Exclude<keyof UndoCounts, 'after'>
type Undoing = { importId: string; now: Date }
type Before = NonNullable<ItemBefore>

const traces = [dailySetItems, attemptItems, answers, mistakes, favourites, notes, reports] as const

/** Questions that somebody has met: they were set, answered, kept or reported. */
async function metAmong(tx: Handle, ids: string[]): Promise<Set<string>> {
  const met = new Set<string>()
  for (const table of traces) {
    const rows = await tx.selectDistinct({ id: table.questionId }).from(table).where(inArray(table.questionId, ids))
    for (const { id } of rows) met.add(id)
  }
  return met
}

type Version = { id: string; questionId: string; importId: string | null }
const versionsOf = (tx: Handle, ids: string[]): Promise<Version[]> =>
  tx
    .select({ id: questionVersions.id, questionId: questionVersions.questionId, importId: questionVersions.importId })
    .from(questionVersions)
    .where(inArray(questionVersions.questionId, ids))

async function deleteQuestions(tx: Handle, ids: string[]) {
  if (ids.length === 0) return
  const owners = (await versionsOf(tx, ids)).map(({ id }) => `version:${id}`)
  await tx.delete(mediaUses).where(inArray(mediaUses.owner, owners))
  await forgetTexts(tx, ids)
  for (const table of [questionLaws, questionPrints, questionVersions])
    await tx.delete(table).where(inArray(table.questionId, ids))
  await tx.delete(questions).where(inArray(questions.id, ids))
}

/** New questions: gone when nobody has met them, retired when somebody has, left when somebody has written on them. */
async function takeAdded(tx: Handle, rows: readonly QuestionRow[], { importId, now }: Undoing) {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const others = (await versionsOf(tx, ids)).filter((version) => version.importId !== importId)
  const edited = new Set(others.map((version) => version.questionId))
  const met = await metAmong(tx, ids)
  const fateOf = (row: QuestionRow): Fate => (edited.has(row.id) ? 'left' : met.has(row.id) ? 'retired' : 'deleted')
  const fates = rows.map((row) => ({ row, fate: fateOf(row) }))
  await deleteQuestions(
    tx,
    fates.flatMap(({ row, fate }) => (fate === 'deleted' ? [row.id] : [])),
  )
  const retired = fates.flatMap(({ row, fate }) => (fate === 'retired' ? [row.id] : []))
  const state = { status: 'retired' as const, retiredBy: 'editor' as const, updatedAt: now }
  if (retired.length > 0) await tx.update(questions).set(state).where(inArray(questions.id, retired))
  return fates
}

async function contentOf(tx: Handle, versionId: string) {
  const { content } = questionVersions
  const [row] = await tx.select({ content }).from(questionVersions).where(eq(questionVersions.id, versionId))
  return row?.content
}

/** Laws go by the current version; texts and print by the newest, which is the one that waits if there is one. */
async function restoreTraces(tx: Handle, question: QuestionRow, before: Before) {
  const { id: questionId, subjectSlug } = question
  const current = await contentOf(tx, before.row.currentVersionId)
  const newest = before.row.nextVersionId ? await contentOf(tx, before.row.nextVersionId) : current
  await tx.delete(questionLaws).where(eq(questionLaws.questionId, questionId))
  const laws = current ? lawsOf(current).map((one) => ({ questionId, ...one })) : []
  if (laws.length > 0) await tx.insert(questionLaws).values(laws)
  await forgetTexts(tx, [questionId])
  if (newest) await indexTexts(tx, [{ questionId, subjectSlug, content: newest }])
  const own = eq(questionPrints.questionId, questionId)
  if (before.print) await tx.update(questionPrints).set(before.print).where(own)
  else await tx.delete(questionPrints).where(own)
}

/** A version that nobody has been shown goes; one that was set or reported stays, as what was answered. */
async function dropVersion(tx: Handle, versionId: string) {
  for (const table of [attemptItems, reports]) if ((await tx.$count(table, eq(table.versionId, versionId))) > 0) return
  await tx.delete(mediaUses).where(eq(mediaUses.owner, `version:${versionId}`))
  await tx.delete(questionVersions).where(eq(questionVersions.id, versionId))
}

/**
 * A question that was there: as it was, when the version of the import is still its newest. Whether it was retired since is
 * somebody's decision, and stays.
 */
async function restore(tx: Handle, question: QuestionRow, before: Before): Promise<Fate> {
  if ((question.nextVersionId ?? question.currentVersionId) !== before.versionId) return 'left'
  const retired = question.status === 'retired' && before.row.status !== 'retired'
  const status = retired ? question.status : before.row.status
  await tx
    .update(questions)
    .set({ ...before.row, status })
    .where(eq(questions.id, question.id))
  await restoreTraces(tx, question, before)
  await dropVersion(tx, before.versionId)
  return 'restored'
}

/**
 * Takes back what an import did to some questions.
 * @returns what became of each, and the subjects in which candidates may see a change
 */
export async function takeBack(tx: Handle, items: readonly Done[], undoing: Undoing) {
  const ids = items.flatMap((item) => item.questionId ?? [])
  const rows = ids.length === 0 ? [] : await tx.select().from(questions).where(inArray(questions.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const isNew = (row: QuestionRow) => row.importId === undoing.importId
  const taken = await takeAdded(tx, rows.filter(isNew), undoing)
  const fates = taken.map(({ fate }) => fate)
  const visible = new Set(
    taken.filter(({ row, fate }) => row.status === 'published' && fate !== 'left').map(({ row }) => row.subjectSlug),
  )
  for (const { questionId, before } of items) {
    const question = byId.get(questionId ?? '')
    if (!question || !before || isNew(question)) continue
    fates.push(await restore(tx, question, before))
    if (question.status === 'published') visible.add(question.subjectSlug)
  }
  return { fates, slugs: [...visible] }
}
