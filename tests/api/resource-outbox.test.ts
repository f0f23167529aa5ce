import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { seedResources } from '@/domain/resources/commands'
import { sendDue } from '@/lib/deliveries/send'
import { resourceKey, storage } from '@/lib/storage/storage'
import { partsOf } from '../support/mail-parts'
import { teaFiles } from '../support/tea-exam'
import { Browser } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const file = randomBytes(200_000)
const hash = createHash('sha256').update(file).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'yilian-outbox-'))
vi.stubEnv('OUTBOX_FOLDER', folder)
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const files = teaFiles()
  await seedExam(files, now)
  const tip = {
    ...{
      id: 'skills',
      kind: 'exam-skills' as const,
      title: '茶艺应试技巧',
      summary: '两份试卷怎样得分，时间怎样分配。',
    },
    ...{ levels: ['junior'], subjects: ['green-tea'], year: 2030, edition: '2029-12-01', licence: 'CC-BY-4.0' },
    ...{ changes: '首版。', checkedOn: '2029-12-01', source: [], references: [], unsure: [] },
  }
  await storage().put(resourceKey(hash), file)
  await seedResources(files.exam.slug, [{ tip, body: '正文', hash, bytes: file.length, pages: 3 }], now)
})

test('without a mail server the file lies whole in the outbox, beside its letter', async () => {
  const asked = await new Browser().post('/resources/skills/mail', { email: 'ana@mail.example' })
  expect(asked).toMatchObject({ status: 202, body: { delivery: 'outbox' } })
  await sendDue()
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.eml'))
  const [letter, attached] = partsOf(readFileSync(join(folder, name), 'utf8'))
  expect(letter?.bytes.toString()).toContain('/resources/skills\n')
  expect(attached?.name).toBe('茶艺应试技巧（2029-12-01版）.pdf')
  expect(attached?.bytes.equals(file)).toBe(true)
})
