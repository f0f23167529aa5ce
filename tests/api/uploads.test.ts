import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { largestFile } from '@/domain/imports/input'
import type { ImportList } from '@/domain/imports/output'
import { settled } from '@/lib/imports/work'
import { storage } from '@/lib/storage/storage'
import { uploadsFolder } from '@/lib/storage/temporary'
import { csvOf, stems, upload } from '../support/imports'
import { teaCopy } from '../support/tea-copy'
import { type Member, member } from '../support/world'

let editor: Member
beforeAll(async () => {
  await seedExam(teaCopy('loaded', { choice: 6 }), new Date('2030-01-15T17:00:00Z'))
  editor = await member({ role: 'editor' })
})

const left = async () => readdirSync(await uploadsFolder())
const imports = async () => (await editor.get<ImportList>('/imports')).body.items.length

const boundary = 'xyz'
const part = (name: string, value: string, file?: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${file}"` : ''}\r\n\r\n${value}\r\n`
const send = (raw: string, type = `multipart/form-data; boundary=${boundary}`) =>
  editor.send<{ code: string }>('POST', '/imports', { raw, headers: { 'content-type': type } })

test('a name with a path, quotes and control characters is but a name', async () => {
  const read = await upload(editor, 'loaded', {
    name: '../../etc/"题\u0007库".csv',
    content: csvOf(stems(2).map((stem) => ({ stem }))),
  })
  expect(read).toMatchObject({ fileName: '"题库".csv', status: 'ready', counts: { questions: 2 } })
  expect((await storage().list('imports')).map((one) => one.key)).toContain(`imports/${read.id}`)
  expect(await left()).toEqual([])
})

test('pasted text is a file too', async () => {
  const form = new FormData()
  form.set('subject', 'loaded')
  form.set('text', '1. 社会工作的核心价值是什么？\nA. 助人自助\nB. 慈善\nC. 管理\n答案：A\n')
  const { status, body } = await editor.send<{ id: string }>('POST', '/imports', { form })
  expect(status).toBe(202)
  await settled()
  expect((await editor.get(`/imports/${body.id}`)).body).toMatchObject({ format: 'text', counts: { questions: 1 } })
})

test.each([
  [
    'cut off in a file',
    `${part('subject', 'loaded')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc`,
  ],
  ['no boundary in the body', 'abc'],
  ['a part without a name', `--${boundary}\r\nContent-Type: text/plain\r\n\r\nabc\r\n--${boundary}--`],
  ['two files of one name', `${part('file', 'a', 'a')}${part('file', 'b', 'b')}--${boundary}--`],
  ['endless headers', `--${boundary}\r\n${'x: y\r\n'.repeat(5000)}\r\n--${boundary}--`],
])('%s is refused and leaves nothing', async (_, raw) => {
  const before = await imports()
  expect(await send(raw)).toMatchObject({ status: 400, body: { code: 'malformed-form' } })
  expect([await left(), await imports()]).toEqual([[], before])
})

test('what is no form, too large, without a subject, or for a subject that is not there is refused and leaves nothing', async () => {
  const before = await imports()
  expect(await send('{}', 'application/json')).toMatchObject({ status: 415 })
  const whole = `${part('file', 'a', 'a.csv')}--${boundary}--`
  expect(await send(whole)).toMatchObject({ status: 422 })
  expect(await send(part('subject', 'nonsense') + whole)).toMatchObject({ status: 404 })
  const huge = `${part('subject', 'loaded')}${part('file', 'a'.repeat(largestFile + 100_000), 'a.csv')}--${boundary}--`
  expect(await send(huge)).toMatchObject({ status: 413, body: { code: 'too-large' } })
  expect([await left(), await imports()]).toEqual([[], before])
})

test('a file in pieces, cut anywhere, arrives as it was sent', async () => {
  const content = csvOf(stems(3).map((stem) => ({ stem })))
  const whole = Buffer.from(`${part('subject', 'loaded')}${part('file', content, 'a.csv')}--${boundary}--`)
  const { POST } = await import('@/app/api/v1/imports/route')
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < whole.length; at += 7) controller.enqueue(whole.subarray(at, at + 7))
      controller.close()
    },
  })
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    cookie: editor.cookie,
    origin: 'http://localhost:3000',
    host: 'localhost:3000',
  }
  const request = new Request('http://localhost:3000/api/v1/imports', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  const reply = await POST(request, { params: Promise.resolve({}) })
  expect(reply.status).toBe(202)
  const { id } = (await reply.json()) as { id: string }
  await settled()
  expect(Buffer.from((await storage().read(`imports/${id}`)) ?? []).toString()).toBe(content)
})
