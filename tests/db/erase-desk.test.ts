import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { imports, questionVersions, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { exportImports, exportVersions } from '@/domain/data-rights/desk-queries'
import { eraseDue } from '@/domain/data-rights/erase-commands'
import { csvOf, stems } from '../support/imports'
import { committed } from '../support/staging'
import { teaCopy } from '../support/tea-copy'

const now = new Date('2030-01-15T17:00:00Z')
const outside = { countedAs: (email: string) => email, dropKeptMails: async () => undefined }

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = []
  for await (const page of pages) rows.push(...page)
  return rows
}

test('an editor who leaves takes the name off files and versions; the questions stay', async () => {
  await seedExam(teaCopy('left', { choice: 6 }), now)
  const { id } = await committed('left', csvOf(stems(3).map((stem) => ({ stem }))))
  await write(async (tx) => {
    const person = { kind: 'member' as const, role: 'editor' as const, email: 'ed@example.com' }
    await tx.insert(users).values({ id: 'ed', ...person, eraseAt: now, createdAt: now })
    await tx.update(imports).set({ userId: 'ed' }).where(eq(imports.id, id))
    await tx.update(questionVersions).set({ authorId: 'ed', approverId: 'ed' }).where(eq(questionVersions.importId, id))
  })
  expect(await all(exportImports('ed'))).toMatchObject([{ id, subject: 'left', status: 'committed' }])
  expect(await all(exportVersions('ed'))).toMatchObject(Array(3).fill({ number: 1, wrote: true, approved: true }))
  await eraseDue(now, outside)
  expect(await db().select().from(users).where(eq(users.id, 'ed'))).toEqual([])
  expect(await all(exportImports('ed'))).toEqual([])
  const versions = await db().select().from(questionVersions).where(eq(questionVersions.importId, id))
  expect(versions.map((one) => [one.authorId, one.approverId])).toEqual(Array(3).fill([null, null]))
})
