import { and, asc, eq, gt } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { questions, questionVersions } from '@/db/schema'
import { hashOf } from '@/domain/daily/selection'
import { paperOf, subjectOf } from '@/domain/exams/lookup'
import { getSubject } from '@/domain/exams/queries'
import { newestContents } from '@/domain/imports/recognition/print-queries'
import { rendered } from '@/domain/question-desk/view'
import { type Editor, getImport } from '../queries'

/** Questions that have a version of this import, from one on. */
export async function listBrought(
  handle: Handle,
  importId: string,
  { after, limit }: { after: string; limit: number },
) {
  const { questionId } = questionVersions
  const rows = await handle
    .selectDistinct({ id: questionId })
    .from(questionVersions)
    .where(and(eq(questionVersions.importId, importId), gt(questionId, after)))
    .orderBy(asc(questionId))
    .limit(limit)
  return rows.map((row) => row.id)
}

/**
 * A sample of what an import brought, for a look before it is published: the same for the same seed.
 * @throws Refusal `not-found`
 */
export async function sampleOf(editor: Editor, importId: string, { count, seed }: { count: number; seed: string }) {
  await getImport(editor, importId)
  const rows = await db()
    .selectDistinct({ id: questions.id, status: questions.status, subject: questions.subjectSlug })
    .from(questionVersions)
    .innerJoin(questions, eq(questions.id, questionVersions.questionId))
    .where(eq(questionVersions.importId, importId))
    .orderBy(asc(questions.id))
  const drawn = rows.sort((a, b) => hashOf(`${seed}/${a.id}`) - hashOf(`${seed}/${b.id}`)).slice(0, count)
  const contents = await newestContents(drawn.map((one) => one.id))
  const items = []
  for (const { id, status, subject } of drawn) {
    const { exam } = await getSubject(subject)
    const content = contents.get(id)?.content
    const paper = paperOf(exam, subjectOf(exam, subject))
    if (content) items.push({ questionId: id, status, ...rendered(content, { id, version: '', paper }) })
  }
  return { items, of: rows.length }
}
