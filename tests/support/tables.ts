import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db, write } from '@/db/client'
import * as schema from '@/db/schema'
import type { QuestionContent } from '@/domain/questions/input'

/** Everything the store holds, table by table: what changed nothing leaves it as it was. */
export async function contentsOfStore(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [name, table] of Object.entries(schema)) {
    const rows = await db()
      .select()
      .from(table as typeof schema.leases)
    found[name] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return found
}

/** Withdraws a question, as a content manager would. */
export const retire = (id: string) =>
  write((tx) => tx.update(schema.questions).set({ status: 'retired' }).where(eq(schema.questions.id, id)))

/** Keeps a doubtful question out of coming sets, as its statistics would. */
export const withhold = (id: string) =>
  write((tx) => tx.update(schema.questions).set({ withheld: true }).where(eq(schema.questions.id, id)))

/** Publishes an editor's version of a question, as the studio would. */
export async function editQuestion(id: string, content: QuestionContent, number: number) {
  const version = { id: randomUUID(), questionId: id, number, content, contentHash: '', createdAt: new Date() }
  await write(async (tx) => {
    await tx.insert(schema.questionVersions).values({ ...version, origin: 'editor' })
    await tx.update(schema.questions).set({ currentVersionId: version.id }).where(eq(schema.questions.id, id))
  })
}

export async function getQuestion(id: string) {
  const [row] = await db().select().from(schema.questions).where(eq(schema.questions.id, id))
  if (!row) throw new Error(`no question ${id}`)
  return row
}

/** The versions of a question, oldest first. */
export const versionsOf = (id: string) =>
  db()
    .select()
    .from(schema.questionVersions)
    .where(eq(schema.questionVersions.questionId, id))
    .orderBy(schema.questionVersions.number)
