import { and, eq, ne } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { questions, questionVersions } from '@/db/schema'
import type { AuditAction } from '@/domain/audit/actions'
import { audit } from '@/domain/audit/commands'
import { contentSchema, type QuestionContent } from '@/domain/questions/input'
import { noteVisibleChange, retrace, saveVersion } from '@/domain/questions/version-commands'
import { Refusal } from '@/lib/errors'
import { requireChapter, requireSound } from './checks-queries'
import type { QuestionChange } from './input'
import type { Saved } from './output'
import { type Desk, getOwn, listOwn, type Own, type Question } from './queries'
import { savedOf } from './state-commands'

type Edit = { tx: Handle; desk: Desk; now: Date }

const byEditor = ({ user }: Desk) => ({ origin: 'editor' as const, authorId: user.id, importId: null })

const note = ({ tx, desk, now }: Edit, action: AuditAction, { id, subjectSlug }: Question, details: object) =>
  audit(
    tx,
    { actorId: desk.user.id, action, target: `question:${id}`, details: { subject: subjectSlug, ...details } },
    now,
  )

/** PostgreSQL keeps the names of a JSON object in an order of its own; the schema puts them in one. */
const ordered = (content: QuestionContent) => JSON.stringify(contentSchema.parse(content))
const isSame = (one: QuestionContent, other: QuestionContent) => ordered(one) === ordered(other)

/** The material is the whole case's: a change of it makes a new version of every question that shares it. */
async function shareMaterial({ tx, desk, now }: Edit, { question }: Own, material: QuestionContent['material']) {
  if (question.groupId === null || !material) return
  const others = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.groupId, question.groupId), ne(questions.id, question.id)))
  const owned = await listOwn(
    desk,
    others.map((one) => one.id),
    tx,
  )
  for (const other of owned) {
    const content = { ...other.version.content, material }
    if (isSame(content, other.version.content)) continue
    await saveVersion(tx, { question: other.question, content, author: byEditor(desk) }, now)
  }
}

/** A question of a case keeps the case's material under its own id. @throws Refusal `invalid` when it is taken away */
function withMaterial({ question, version }: Own, content: QuestionContent): QuestionContent {
  const before = version.content.material
  if (question.groupId === null || !before) return content
  if (!content.material)
    throw new Refusal('invalid', {
      errors: [{ path: 'body.content.material', code: 'shared', message: 'the material is the whole case’s' }],
    })
  return { ...content, material: { ...content.material, id: before.id } }
}

async function rewrite(edit: Edit, own: Own, content: QuestionContent): Promise<number | null> {
  const { tx, desk, now } = edit
  const whole = withMaterial(own, content)
  if (isSame(whole, own.version.content)) return null
  await requireSound(tx, { subject: own.question.subjectSlug, content: whole })
  await saveVersion(tx, { question: own.question, content: whole, author: byEditor(desk) }, now)
  await shareMaterial(edit, own, whole.material)
  return own.version.number + 1
}

/** Chapters are no part of a version: a question stands in another from now on, for everybody. */
async function moveTo(edit: Edit, own: Own, chapter: string | null) {
  const { tx, now } = edit
  const { id, subjectSlug: subject, status, chapterKey } = own.question
  await requireChapter(tx, { subject, chapter })
  await tx.update(questions).set({ chapterKey: chapter, updatedAt: now }).where(eq(questions.id, id))
  await retrace(tx, { ...own.question, chapterKey: chapter }, own.version)
  if (status === 'published') await noteVisibleChange(tx, [subject], now)
  await note(edit, 'question.moved', own.question, { from: chapterKey, to: chapter })
}

/**
 * Changes a question: a new version where its content is another, and a draft again.
 * @throws Refusal `not-found`; `stale` when somebody has changed it meanwhile; `invalid`
 */
export function editQuestion(desk: Desk, id: string, change: QuestionChange, now: Date): Promise<Saved> {
  return write(async (tx) => {
    const edit = { tx, desk, now }
    const own = await getOwn(desk, id, tx)
    if (own.version.id !== change.base)
      throw new Refusal('stale', { current: { base: own.version.id, version: own.version.number } })
    const { chapter, difficulty, content = own.version.content } = change
    if (chapter !== undefined && chapter !== own.question.chapterKey) await moveTo(edit, own, chapter)
    const number = await rewrite(edit, await getOwn(desk, id, tx), { ...content, ...(difficulty && { difficulty }) })
    if (number !== null) await note(edit, 'question.edited', own.question, { version: number })
    return savedOf(desk, id, tx)
  })
}

/**
 * Brings an older version back, as a new one. @param versionId of this question
 * @throws Refusal `not-found`; `invalid` when it is the newest, or shows a picture that is gone
 */
export function restoreVersion(
  desk: Desk,
  { id, versionId }: { id: string; versionId: string },
  now: Date,
): Promise<Saved> {
  return write(async (tx) => {
    const edit = { tx, desk, now }
    const own = await getOwn(desk, id, tx)
    const [version] = await tx
      .select()
      .from(questionVersions)
      .where(and(eq(questionVersions.id, versionId), eq(questionVersions.questionId, id)))
    if (!version) throw new Refusal('not-found')
    const number = await rewrite(edit, own, version.content)
    if (number !== null) await note(edit, 'question.restored', own.question, { from: version.number, version: number })
    return savedOf(desk, id, tx)
  })
}
