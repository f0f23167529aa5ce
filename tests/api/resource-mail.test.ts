import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { deliveries, resourceEditions } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { seedResources } from '@/domain/resources/commands'
import type { ResourceList } from '@/domain/resources/output'
import { resourceKey, storage } from '@/lib/storage/storage'
import { mailsTo, newAddress, somewhere, withMailbox } from '../support/accounts'
import { partsOf } from '../support/mail-parts'
import { teaFiles } from '../support/tea-exam'
import { clockAt } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const mailbox = withMailbox()
const file = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 31) % 256)),
])
const hash = createHash('sha256').update(file).digest('hex')
const tip = {
  ...{ id: 'skills', kind: 'exam-skills' as const, title: '茶艺应试技巧', summary: '两份试卷怎样得分，时间怎样分配。' },
  ...{ levels: ['junior'], subjects: ['green-tea'], year: 2030, edition: '2029-12-01', licence: 'CC-BY-4.0' },
  ...{ changes: '首版。', checkedOn: '2029-12-01', source: [], references: [], unsure: [] },
}

beforeAll(async () => {
  const files = teaFiles()
  await seedExam(files, now)
  await seedResources(files.exam.slug, [{ tip, body: '正文', hash, bytes: file.length, pages: 3 }], now)
})
beforeEach(async () => {
  clockAt(now.toISOString())
  await storage().put(resourceKey(hash), file)
})

type Answer = { delivery: string }
const ask = (email: string, more: object = {}, resource = 'skills') =>
  somewhere().post<Answer>(`/resources/${resource}/mail`, { email, ...more })

test('a file arrives whole, under its Chinese name, with a letter that says what it is', async () => {
  const email = newAddress()
  expect(await ask(email)).toMatchObject({ status: 202, body: { delivery: 'mail' } })
  const [mail] = await mailsTo(mailbox, email)
  expect(mail?.subject).toBe('茶艺应试技巧')
  const [letter, attached] = partsOf(mail?.raw ?? '')
  const text = letter?.bytes.toString()
  expect(text).toContain('版本：2029-12-01')
  expect(text).toContain('PDF · 9 KB')
  expect(text).toContain('http://localhost:3000/resources/skills\n')
  expect(attached?.name).toBe('茶艺应试技巧（2029-12-01版）.pdf')
  expect(attached?.head).toContain('application/pdf')
  expect(attached?.bytes.equals(file)).toBe(true)
})

test('no address stays here once the mail is sent', async () => {
  const email = newAddress()
  await ask(email, { language: 'en' })
  const [mail] = await mailsTo(mailbox, email)
  expect(partsOf(mail?.raw ?? '')[0]?.bytes.toString()).toContain('http://localhost:3000/en/resources/skills\n')
  expect(JSON.stringify(await db().select().from(deliveries))).not.toContain(email)
})

test('a file that is too large, or gone, is a letter with the way to it', async () => {
  const large = newAddress()
  const sized = (bytes: number) =>
    write((tx) => tx.update(resourceEditions).set({ bytes }).where(eq(resourceEditions.resourceId, 'skills')))
  await sized(10 * 1024 * 1024 + 1)
  await ask(large)
  await sized(file.length)
  const [tooLarge] = await mailsTo(mailbox, large)
  expect(tooLarge?.text).toContain('文件太大')
  expect(tooLarge?.text).toContain('/resources/skills\n')
  expect(tooLarge?.raw).not.toContain('multipart')

  const lost = newAddress()
  await storage().delete(resourceKey(hash))
  expect((await ask(lost)).status).toBe(202)
  const [withoutFile] = await mailsTo(mailbox, lost)
  expect(withoutFile?.text).toContain('没有附件')
  expect(withoutFile?.raw).not.toContain('multipart')
})

test('the answer is the same for an address that gets no more, and nothing more is sent', async () => {
  const email = newAddress()
  const answers = []
  for (let times = 0; times < 7; times++) answers.push(await ask(email))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(await mailsTo(mailbox, email)).toHaveLength(5)
})

test('who asks for too many is told to wait', async () => {
  const one = somewhere()
  const statuses = []
  for (let times = 0; times < 31; times++) {
    // Past the throttle of a minute, within the limit of an hour.
    clockAt(new Date(now.getTime() + times * 10_000).toISOString())
    statuses.push((await one.post('/resources/skills/mail', { email: newAddress() })).status)
  }
  expect(statuses.slice(0, 30).every((status) => status === 202)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
})

test('what is no address or no resource is refused, and nothing counts as a download', async () => {
  expect(await ask('nobody')).toMatchObject({ status: 422, body: { errors: [{ path: 'body.email', code: 'email' }] } })
  expect((await ask('a@mail.example\r\nBcc: b@mail.example')).status).toBe(422)
  expect((await ask(newAddress(), { to: 'x' })).status).toBe(422)
  expect((await ask(newAddress(), {}, 'none')).status).toBe(404)
  const { body } = await somewhere().get<ResourceList>('/resources')
  expect(body.items).toMatchObject([{ id: 'skills', downloads: 0 }])
})
