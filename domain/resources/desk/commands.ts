import { eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { resources } from '@/db/schema'
import type { AuditAction, AuditDetails } from '@/domain/audit/actions'
import { audit } from '@/domain/audit/commands'
import type { ExamDefinition } from '@/domain/exams/definition'
import { getExam } from '@/domain/exams/queries'
import { caresFor } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { Refusal } from '@/lib/errors'
import type { NewResource, ResourceChange } from './input'

export type Editor = Pick<User, 'id' | 'role' | 'subjects'>
type Row = typeof resources.$inferSelect

/** Whoever has subjects of their own keeps what is for these alone. */
function requireCare(editor: Editor, subjects: readonly string[]) {
  if (!subjects.every((subject) => caresFor(editor, subject))) throw new Refusal('forbidden')
}

/** @throws Refusal `not-found`; `forbidden` for what is for subjects that this editor does not care for */
export async function requireKept(tx: Handle, editor: Editor, id: string): Promise<Row> {
  const [row] = await tx.select().from(resources).where(eq(resources.id, id))
  if (!row) throw new Refusal('not-found')
  requireCare(editor, row.subjects)
  return row
}

/** @throws Refusal `invalid` for levels and subjects that the exam does not have */
function requireOfExam(
  exam: ExamDefinition,
  { levels = [], subjects = [] }: Pick<ResourceChange, 'levels' | 'subjects'>,
) {
  const unknown = (of: 'levels' | 'subjects', given: readonly string[]) =>
    given
      .filter((slug) => !exam[of].some((one) => one.slug === slug))
      .map((slug) => ({ path: `body.${of}`, code: 'unknown', message: `the exam has no ${slug}` }))
  const errors = [...unknown('levels', levels), ...unknown('subjects', subjects)]
  if (errors.length > 0) throw new Refusal('invalid', { errors })
}

type Deed = { editor: Editor; action: AuditAction; id: string; details?: AuditDetails }

export const noteDeed = (tx: Handle, { editor, action, id, details = {} }: Deed, now: Date) =>
  audit(tx, { actorId: editor.id, action, target: `resource:${id}`, details }, now)

/** @throws Refusal `id-taken`, `invalid`, `forbidden` */
export function createResource(editor: Editor, exam: ExamDefinition, given: NewResource, now: Date): Promise<void> {
  requireOfExam(exam, given)
  requireCare(editor, given.subjects)
  return write(async (tx) => {
    const row = { ...given, examSlug: exam.slug, status: 'draft' as const, currentEditionId: '' }
    const [made] = await tx
      .insert(resources)
      .values({ ...row, origin: 'editor', createdAt: now, updatedAt: now })
      .onConflictDoNothing()
      .returning({ id: resources.id })
    if (!made) throw new Refusal('id-taken')
    await noteDeed(tx, { editor, action: 'resource.created', id: given.id }, now)
  })
}

/** What an editor has changed stands from now on, whatever the files of a release say. */
async function change(tx: Handle, id: string, set: Partial<Row>, now: Date) {
  await tx
    .update(resources)
    .set({ ...set, origin: 'editor', updatedAt: now })
    .where(eq(resources.id, id))
}

/** @throws Refusal `not-found`, `invalid`, `forbidden` */
export function changeResource(editor: Editor, id: string, given: ResourceChange, now: Date): Promise<void> {
  return write(async (tx) => {
    const { examSlug } = await requireKept(tx, editor, id)
    requireOfExam(await getExam(examSlug, tx), given)
    requireCare(editor, given.subjects ?? [])
    await change(tx, id, given, now)
    await noteDeed(tx, { editor, action: 'resource.changed', id }, now)
  })
}

/** Shows a draft, or again what was retired. @throws Refusal `not-found`, `forbidden`, `no-edition` */
export function publishResource(editor: Editor, id: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const { status, currentEditionId } = await requireKept(tx, editor, id)
    if (currentEditionId === '') throw new Refusal('no-edition')
    if (status === 'published') return
    await change(tx, id, { status: 'published' }, now)
    await noteDeed(tx, { editor, action: 'resource.published', id }, now)
  })
}

/** Takes it from the readers; its counts and editions stay. @throws Refusal `not-found`, `forbidden` */
export function retireResource(editor: Editor, id: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const { status } = await requireKept(tx, editor, id)
    if (status === 'retired') return
    await change(tx, id, { status: 'retired' }, now)
    await noteDeed(tx, { editor, action: 'resource.retired', id }, now)
  })
}
