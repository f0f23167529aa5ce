import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { imports } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { csvOf, stems } from '../support/imports'
import { runToItsEnd } from '../support/processes'
import { bankSnapshot } from '../support/snapshot'
import { brought, dropped } from '../support/staging'
import { teaCopy } from '../support/tea-copy'

const folder = mkdtempSync(join(tmpdir(), 'bring-'))
const file = join(folder, 'bank.csv')
beforeAll(async () => {
  await seedExam(teaCopy('cut-off', { choice: 6 }), new Date('2030-01-15T17:00:00Z'))
  await brought('cut-off', csvOf(stems(120).map((stem) => ({ stem }))), { partial: true })
  const rows = [
    ...stems(450, 1000).map((stem) => ({ stem })),
    ...stems(120).map((stem) => ({ stem, explanation: '改过的解析。' })),
  ]
  writeFileSync(file, csvOf(rows))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([3, 5])('a command that is killed after step %i leaves the bank as it was', async (steps) => {
  const before = await bankSnapshot()
  expect(await runToItsEnd('bring-file', ['cut-off', file, String(steps)])).toBe('SIGKILL')
  const [left] = await db().select().from(imports).where(eq(imports.status, 'bringing'))
  expect((await bankSnapshot()).questions.length).toBeGreaterThan(before.questions.length)
  expect(await dropped(left?.id ?? '')).toMatchObject({ status: 'failed', holder: null })
  expect(await bankSnapshot()).toEqual(before)
})
