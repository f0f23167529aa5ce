import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { questions, questionVersions, users } from '@/db/schema'
import { getSubject } from '@/domain/exams/queries'
import type { QuestionContent } from '@/domain/questions/input'
import { always } from '@/domain/questions/law-eligibility'
import { caresFor, reaches } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { Refusal } from '@/lib/errors'
import { itemOf, listItems, newestVersionId, notHidden } from './bank-queries'
import { differenceOf } from './difference'
import { type Move, moved } from './life-cycle'
import type { QuestionView, VersionsView, VersionView } from './output'
import { rendered } from './view'

/** Who works at the desk; with `approvesOwn` a team of one approves what it wrote. */
export type Desk = { user: Pick<User, 'id' | 'role' | 'subjects'>; approvesOwn: boolean }
type Version = typeof questionVersions.$inferSelect
export type Question = typeof questions.$inferSelect

/** Questions that this person cares for, each with its newest version. */
export async function listOwn(desk: Desk, ids: readonly string[], handle: Handle) {
  const rows = await handle
    .select({ question: questions, version: questionVersions })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, newestVersionId))
    .where(and(inArray(questions.id, [...ids]), await notHidden(handle)))
    .orderBy(asc(questions.id))
  return rows.filter((row) => caresFor(desk.user, row.question.subjectSlug))
}
export type Own = Awaited<ReturnType<typeof listOwn>>[number]

/** @throws Refusal `not-found` also for a question of a subject that this person does not care for */
export async function getOwn(desk: Desk, id: string, handle: Handle = db()): Promise<Own> {
  const [own] = await listOwn(desk, [id], handle)
  if (!own) throw new Refusal('not-found')
  return own
}

async function namesOf(versions: readonly Version[], handle: Handle) {
  const ids = new Set(versions.flatMap((one) => [one.authorId ?? [], one.approverId ?? []].flat()))
  const rows = await handle
    .select({ id: users.id, nickname: users.nickname })
    .from(users)
    .where(inArray(users.id, [...ids]))
  const known = new Map(rows.map((row) => [row.id, row]))
  return (id: string | null) => (id === null ? null : (known.get(id) ?? { id, nickname: null }))
}
type Names = Awaited<ReturnType<typeof namesOf>>

const versionView = (version: Version, name: Names): VersionView => ({
  id: version.id,
  number: version.number,
  origin: version.origin,
  author: name(version.authorId),
  approver: name(version.approverId),
  approvedAt: version.approvedAt?.toISOString() ?? null,
  createdAt: version.createdAt.toISOString(),
  import: version.importId,
})

const groupOf = ({ groupId, groupIndex, groupOf: of }: Question) =>
  groupId === null ? null : { id: groupId, index: groupIndex, of }

/** A version with its content, as it was written and as it will be seen. */
async function wholeOf(question: Question, handle: Handle) {
  const { paper } = await getSubject(question.subjectSlug, handle)
  return (version: Version, name: Names) => {
    const placed = { id: question.id, version: version.id, group: groupOf(question), paper, section: question.section }
    const { content } = version
    return { ...versionView(version, name), content, rendered: rendered(content, placed) }
  }
}

export function askedOf({ question, version }: Own, { user, approvesOwn }: Desk) {
  const actor = { id: user.id, mayApprove: reaches(user.role, 'reviewer'), approvesOwn }
  return { standing: question, authorId: version.authorId, hasSource: version.content.sources.length > 0, actor }
}

async function siblingsOf({ groupId }: Question, handle: Handle): Promise<QuestionView['siblings']> {
  if (groupId === null) return []
  const rows = await handle
    .select({ id: questions.id })
    .from(questions)
    .where(eq(questions.groupId, groupId))
    .orderBy(asc(questions.groupIndex), asc(questions.id))
  const items = await listItems(
    rows.map((row) => row.id),
    handle,
  )
  return items.map(({ id, group, status, stem }) => ({ id, index: group?.index ?? 0, status, stem }))
}

const bound = (day: string, none: string) => (day === none ? null : day)

/** A question as the editor's page shows it. @throws Refusal `not-found` */
export async function viewQuestion(desk: Desk, id: string, handle: Handle = db()): Promise<QuestionView> {
  const own = await getOwn(desk, id, handle)
  const { question } = own
  const ofIt = eq(questionVersions.questionId, id)
  const wanted = [question.currentVersionId, question.nextVersionId].flatMap((one) => one ?? [])
  const versions = await handle
    .select()
    .from(questionVersions)
    .where(and(ofIt, inArray(questionVersions.id, wanted)))
  const [whole, name] = [await wholeOf(question, handle), await namesOf(versions, handle)]
  const [counted] = await handle.select({ n: count() }).from(questionVersions).where(ofIt)
  const find = (versionId: string | null) => versions.find((one) => one.id === versionId)
  const [current, next] = [find(question.currentVersionId), find(question.nextVersionId)]
  if (!current) throw new Error(`question ${id} has no current version`)
  const may = (move: Move) => 'to' in moved(move, askedOf(own, desk))
  return {
    ...itemOf(own),
    withheld: question.withheld,
    inForce: {
      from: bound(question.inForceFrom, always.from),
      until: bound(question.inForceUntil, always.until),
    },
    createdAt: question.createdAt.toISOString(),
    base: own.version.id,
    current: whole(current, name),
    next: next ? whole(next, name) : null,
    versions: counted?.n ?? 0,
    siblings: await siblingsOf(question, handle),
    may: { submit: may('submit'), publish: may('publish'), sendBack: may('send-back'), retire: may('retire') },
  }
}

/** All versions, the newest first, each with what it changed. @throws Refusal `not-found` */
export async function viewVersions(desk: Desk, id: string, handle: Handle = db()): Promise<VersionsView> {
  const { question } = await getOwn(desk, id, handle)
  const versions = await handle
    .select()
    .from(questionVersions)
    .where(eq(questionVersions.questionId, id))
    .orderBy(desc(questionVersions.number))
    .limit(200)
  const [whole, name] = [await wholeOf(question, handle), await namesOf(versions, handle)]
  return {
    items: versions.map((version, index) => {
      const before = versions[index + 1]
      return {
        ...whole(version, name),
        difference: before ? differenceOf(before.content, version.content) : [],
        isCurrent: version.id === question.currentVersionId,
        isNext: version.id === question.nextVersionId,
      }
    }),
  }
}

/** A question as it will be seen, before it is one. @throws Refusal `not-found` for an unknown subject */
export async function previewQuestion({
  content,
  subject,
}: {
  content: QuestionContent
  subject?: string | undefined
}) {
  const paper = subject === undefined ? null : (await getSubject(subject)).paper
  return rendered(content, { id: 'preview', version: 'preview', paper })
}
