import { and, asc, eq, gt, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { imports, questionVersions } from '@/db/schema'

const rowsAtOnce = 300

/** Versions of questions that somebody wrote or let be published, by id: few people did, so there is no index to find them by. */
export async function listVersionsOf(userId: string, after: string) {
  const { id, questionId, number, authorId, approverId, createdAt, approvedAt } = questionVersions
  const theirs = or(eq(authorId, userId), eq(approverId, userId))
  return db()
    .select({ id, questionId, number, authorId, approverId, createdAt, approvedAt })
    .from(questionVersions)
    .where(and(gt(id, after), theirs))
    .orderBy(asc(id))
    .limit(rowsAtOnce)
}

/** What somebody did at the editors' desk: files they brought. */
export async function* exportImports(userId: string) {
  const { id, subjectSlug: subject, fileName, status, counts, createdAt, committedAt, undoneAt } = imports
  for (let after = ''; ; ) {
    const rows = await db()
      .select({ id, subject, fileName, status, counts, createdAt, committedAt, undoneAt })
      .from(imports)
      .where(and(eq(imports.userId, userId), gt(id, after)))
      .orderBy(asc(id))
      .limit(rowsAtOnce)
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    after = last.id
  }
}

/** Which versions of questions somebody wrote, and which they let be published. */
export async function* exportVersions(userId: string) {
  for (let after = ''; ; ) {
    const rows = await listVersionsOf(userId, after)
    yield rows.map(({ questionId, number, authorId, approverId, createdAt, approvedAt }) => ({
      ...{ questionId, number, createdAt, approvedAt },
      wrote: authorId === userId,
      approved: approverId === userId,
    }))
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    after = last.id
  }
}
