import { randomUUID } from 'node:crypto'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { imports, media, mediaUses } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { createImport } from '@/domain/imports/stage-commands'
import { noCounts } from '@/domain/imports/staged'
import { resumeImports, sweepFiles } from '@/lib/imports/upkeep'
import { fileKey, mediaKey, storage } from '@/lib/storage/storage'
import { uploadsFolder } from '@/lib/storage/temporary'
import { csvOf, stems } from '../support/imports'
import { teaCopy } from '../support/tea-copy'

const days = (count: number) => new Date(Date.now() + count * 86_400_000)
beforeAll(() => seedExam(teaCopy('kept', { choice: 6 }), new Date('2030-01-15T17:00:00Z')))

const statusOf = async (id: string) => (await db().select().from(imports).where(eq(imports.id, id)))[0]?.status
async function uploaded(content: string) {
  const id = randomUUID()
  await storage().put(fileKey(id), Buffer.from(content))
  const described = { fileName: 'a.csv', fileHash: id, fileBytes: content.length }
  await createImport(null, { id, subject: 'kept', ...described }, new Date())
  return id
}

test('a file whose process died before it was read is read by the job, and left alone while another is at it', async () => {
  const id = await uploaded(csvOf(stems(2).map((stem) => ({ stem }))))
  await write((tx) =>
    tx
      .update(imports)
      .set({ holder: 'other', heldUntil: days(1) })
      .where(eq(imports.id, id)),
  )
  await resumeImports(new Date())
  expect(await statusOf(id)).toBe('reading')
  await write((tx) =>
    tx
      .update(imports)
      .set({ heldUntil: days(-1) })
      .where(eq(imports.id, id)),
  )
  await resumeImports(new Date())
  expect(await statusOf(id)).toBe('ready')
})

test('a commit that was cut off is swept by the job', async () => {
  const id = await uploaded('x')
  const cut = { status: 'committing' as const, done: 5, counts: noCounts() }
  await write((tx) => tx.update(imports).set(cut).where(eq(imports.id, id)))
  await resumeImports(new Date())
  expect(await statusOf(id)).toBe('ready')
})

test('files that nobody will read, uploads that were cut off, and pictures that nothing shows go after a day', async () => {
  const [alive, over] = [await uploaded('x'), await uploaded('y')]
  await write((tx) => tx.update(imports).set({ status: 'committed' }).where(eq(imports.id, over)))
  const hashes = ['a', 'b'].map((letter) => letter.repeat(64))
  for (const hash of hashes) await storage().put(mediaKey(hash), Buffer.from('x'))
  await write(async (tx) => {
    for (const hash of hashes)
      await tx.insert(media).values({ hash, mime: 'image/png', bytes: 1, createdAt: new Date() })
    await tx.insert(mediaUses).values({ hash: hashes[0] ?? '', owner: 'version:1' })
  })
  const cut = join(await uploadsFolder(), 'cut')
  await writeFile(cut, 'x')
  const keys = async () =>
    (await Promise.all(['imports', 'media', 'uploads'].map((one) => storage().list(one)))).flat().map((one) => one.key)
  await sweepFiles(new Date())
  const all = [fileKey(alive), fileKey(over), ...hashes.map(mediaKey), 'uploads/cut']
  expect(await keys()).toEqual(expect.arrayContaining(all))
  await utimes(cut, days(-2), days(-2))
  await sweepFiles(days(2))
  const left = await keys()
  expect(left).toEqual(expect.arrayContaining([fileKey(alive), mediaKey(hashes[0] ?? '')]))
  for (const gone of [fileKey(over), mediaKey(hashes[1] ?? ''), 'uploads/cut']) expect(left).not.toContain(gone)
})

test('what nobody has committed is thrown away after two months', async () => {
  const id = await uploaded('x')
  await write((tx) => tx.update(imports).set({ status: 'ready' }).where(eq(imports.id, id)))
  await sweepFiles(days(59))
  expect(await statusOf(id)).toBe('ready')
  await sweepFiles(days(61))
  expect(await statusOf(id)).toBe('discarded')
})
