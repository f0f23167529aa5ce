import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { questions, questionVersions } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { hashOf } from '@/domain/daily/selection'
import { hashOfContent } from '@/domain/questions/content-traces'
import type { QuestionContent } from '@/domain/questions/input'
import { rowOf, traceVersions } from '@/domain/questions/version-commands'
import { Refusal } from '@/lib/errors'
import { requireChapter, requireSound, requireSubject } from './checks-queries'
import type { NewQuestion } from './input'
import type { Saved } from './output'
import { type Desk, getOwn, type Own } from './queries'
import { savedOf } from './state-commands'

type Group = { groupId: string | null; groupIndex: number; groupOf: number; leads: boolean }
const alone: Group = { groupId: null, groupIndex: 0, groupOf: 0, leads: true }

/** The place after the last of a case; a question that stood alone becomes its first. */
async function joinCase(tx: Handle, { question }: Own): Promise<Group> {
  const groupId = question.groupId ?? question.id
  if (question.groupId === null)
    await tx.update(questions).set({ groupId, groupIndex: 1, groupOf: 1 }).where(eq(questions.id, question.id))
  const inCase = eq(questions.groupId, groupId)
  const members = await tx.select({ index: questions.groupIndex }).from(questions).where(inCase)
  const groupOf = members.length + 1
  await tx.update(questions).set({ groupOf }).where(inCase)
  return { groupId, groupIndex: Math.max(...members.map((one) => one.index)) + 1, groupOf, leads: false }
}

async function placed(tx: Handle, desk: Desk, { subject, content, beside }: NewQuestion) {
  if (beside === undefined) return { group: alone, content }
  const own = await getOwn(desk, beside, tx)
  const { material } = own.version.content
  if (own.question.subjectSlug !== subject || !material)
    throw new Refusal('invalid', {
      errors: [{ path: 'body.beside', code: 'no-material', message: 'a question of this subject that has material' }],
    })
  return { group: await joinCase(tx, own), content: { ...content, material } }
}

type Making = { id: string; subject: string; chapter: string | null; content: QuestionContent; group: Group }

async function insert(tx: Handle, { id, subject, chapter, content, group }: Making, desk: Desk, now: Date) {
  const versionId = randomUUID()
  await tx.insert(questions).values({
    id,
    subjectSlug: subject,
    chapterKey: chapter,
    status: 'draft',
    currentVersionId: versionId,
    ...(await rowOf(tx, { subject, content })),
    ...group,
    shuffle: hashOf(id) >>> 1,
    origin: 'editor',
    createdAt: now,
    updatedAt: now,
  })
  const author = { origin: 'editor' as const, authorId: desk.user.id, importId: null }
  const version = { id: versionId, questionId: id, number: 1, content, contentHash: hashOfContent(content) }
  await tx.insert(questionVersions).values({ ...version, ...author, createdAt: now })
  const traced = { questionId: id, versionId, subjectSlug: subject, chapterKey: chapter, importId: null, content }
  await traceVersions(tx, [{ ...traced, isCurrent: true, isNew: true }])
}

/**
 * Writes a new question, a draft. With `beside` it shares the material of another: the two are one case.
 * @throws Refusal `not-found` for a subject of others; `invalid`
 */
export function createQuestion(desk: Desk, wanted: NewQuestion, now: Date): Promise<Saved> {
  return write(async (tx) => {
    const { subject, chapter } = wanted
    await requireSubject(tx, desk, subject)
    await requireChapter(tx, { subject, chapter })
    const { content, group } = await placed(tx, desk, wanted)
    await requireSound(tx, { subject, content })
    const id = randomUUID()
    await insert(tx, { id, subject, chapter, content, group }, desk, now)
    const details = { subject, type: content.type }
    await audit(tx, { actorId: desk.user.id, action: 'question.created', target: `question:${id}`, details }, now)
    return savedOf(desk, id, tx)
  })
}
