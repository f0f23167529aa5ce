import { eq } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { questions, questionVersions, subjects } from '@/db/schema'

/** What seeding must know of the questions of an exam. */
export function listStored(exam: string, tx: Handle) {
  return tx
    .select({
      id: questions.id,
      subjectSlug: questions.subjectSlug,
      status: questions.status,
      origin: questions.origin,
      seedHash: questions.seedHash,
      retiredBy: questions.retiredBy,
      nextVersionId: questions.nextVersionId,
      currentOrigin: questionVersions.origin,
      number: questionVersions.number,
    })
    .from(questions)
    .innerJoin(subjects, eq(subjects.slug, questions.subjectSlug))
    .innerJoin(questionVersions, eq(questionVersions.id, questions.currentVersionId))
    .where(eq(subjects.examSlug, exam))
}
export type StoredQuestion = Awaited<ReturnType<typeof listStored>>[number]
