import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { PUT } from '@/app/api/v1/uploads/[upload]/parts/[part]/route'
import { db, write } from '@/db/client'
import { uploads } from '@/db/schema'
import { largestUpload, partBytes } from '@/domain/uploads/input'
import type { UploadView } from '@/domain/uploads/output'
import { partKey, storage } from '@/lib/storage/storage'
import { uploadsFolder } from '@/lib/storage/temporary'
import { sweepUploaded } from '@/lib/uploads/upkeep'
import { beginUpload, partOf, sendPart, uploadWhole } from '../support/uploads'
import { Browser, type Member, member, origin } from '../support/world'

let editor: Member
beforeAll(async () => {
  editor = await member({ role: 'editor' })
})

const file = Buffer.alloc(2 * partBytes + 100, 'tea leaves, ')
const received = async (id: string) => (await editor.get<UploadView>(`/uploads/${id}`)).body.received
const stored = async () => (await storage().list('parts')).map((one) => one.key)
const left = async () => readdirSync(await uploadsFolder())

test('a file goes in parts, in any order, and again where one was cut off', async () => {
  const { status, body } = await beginUpload(editor, file.length)
  expect(status).toBe(201)
  expect(body).toEqual({ id: expect.any(String), fileName: '资料.pdf', bytes: file.length, partBytes, received: [] })
  expect((await sendPart(editor, body.id, 2, partOf(file, body, 2))).status).toBe(204)
  expect((await sendPart(editor, body.id, 0, partOf(file, body, 0))).status).toBe(204)
  expect(await received(body.id)).toEqual([0, 2])
  const other = Buffer.alloc(partBytes, 'x')
  expect((await sendPart(editor, body.id, 0, other)).status).toBe(204)
  expect(await received(body.id)).toEqual([0, 2])
  expect(Buffer.from((await storage().read(partKey(body.id, 0))) ?? []).equals(other)).toBe(true)
  expect((await editor.delete(`/uploads/${body.id}`)).status).toBe(204)
  expect((await editor.get(`/uploads/${body.id}`)).status).toBe(404)
  expect(await stored()).toEqual([])
})

test('two tabs send the same part at once, and one whole part is there', async () => {
  const { body } = await beginUpload(editor, file.length)
  const both = await Promise.all([0, 1].map(() => sendPart(editor, body.id, 0, partOf(file, body, 0))))
  expect(both.map((one) => one.status)).toEqual([204, 204])
  expect(await received(body.id)).toEqual([0])
  expect((await storage().read(partKey(body.id, 0)))?.length).toBe(partBytes)
})

test('a part of the wrong length, or under a number that there is not, leaves nothing', async () => {
  const { body } = await beginUpload(editor, file.length)
  for (const [part, length] of [
    [0, partBytes - 1],
    [0, 0],
    [2, 101],
    [2, 99],
  ] as const)
    expect(await sendPart(editor, body.id, part, Buffer.alloc(length))).toMatchObject({
      status: 400,
      body: { code: 'wrong-length' },
    })
  expect(await sendPart(editor, body.id, 0, Buffer.alloc(partBytes + 1))).toMatchObject({ status: 413 })
  for (const part of [3, 9999, -1, 0.5]) expect((await sendPart(editor, body.id, part, file)).status).toBe(404)
  const form = { 'content-type': 'application/json' }
  expect((await sendPart(editor, body.id, 0, partOf(file, body, 0), form)).status).toBe(415)
  expect([await received(body.id), await left()]).toEqual([[], []])
})

test('a part whose sender dies in the middle leaves nothing, and is sent again', async () => {
  const { body } = await beginUpload(editor, file.length)
  const cut = new ReadableStream({
    start(controller) {
      controller.enqueue(partOf(file, body, 0).subarray(0, 1000))
      controller.error(new Error('gone'))
    },
  })
  const headers = { 'content-type': 'application/octet-stream', cookie: editor.cookie, origin, host: 'localhost:3000' }
  const url = `${origin}/api/v1/uploads/${body.id}/parts/0`
  const request = new Request(url, { method: 'PUT', headers, body: cut, duplex: 'half' } as RequestInit)
  const reply = await PUT(request, { params: Promise.resolve({ upload: body.id, part: '0' }) })
  expect(await reply.json()).toMatchObject({ status: 400, code: 'wrong-length' })
  expect([await received(body.id), await left()]).toEqual([[], []])
  expect((await sendPart(editor, body.id, 0, partOf(file, body, 0))).status).toBe(204)
  expect(await received(body.id)).toEqual([0])
})

test('an upload is its owner’s alone, and nobody’s who is not staff', async () => {
  const id = await uploadWhole(editor, Buffer.from('tea'))
  const colleague = await member({ role: 'editor' })
  expect((await colleague.get(`/uploads/${id}`)).status).toBe(404)
  expect((await sendPart(colleague, id, 0, Buffer.from('TEA'))).status).toBe(404)
  expect((await colleague.delete(`/uploads/${id}`)).status).toBe(404)
  const learner = await member()
  expect((await beginUpload(learner, 3)).status).toBe(403)
  expect((await new Browser().get(`/uploads/${id}`)).status).toBe(401)
  for (const none of [randomUUID(), '%2e%2e%2fmedia', 'x'])
    expect((await editor.get(`/uploads/${none}`)).status).toBe(404)
  expect(Buffer.from((await storage().read(partKey(id, 0))) ?? []).toString()).toBe('tea')
})

test('what is too large, or has no size, is refused before a byte of it comes', async () => {
  expect(await beginUpload(editor, largestUpload + 1)).toMatchObject({ status: 413, body: { code: 'too-large' } })
  for (const bytes of [0, -1, 1.5]) expect((await beginUpload(editor, bytes)).status).toBe(422)
  expect((await beginUpload(editor, largestUpload)).status).toBe(201)
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\a.pdf', 'a.pdf'],
  ['a\u0007\u202efdp.exe', 'afdp.exe'],
  ['/', 'file'],
])('%j is but a name', async (given, kept) => {
  expect((await beginUpload(editor, 1, given)).body.fileName).toBe(kept)
})

test('twenty are under way at most', async () => {
  const busy = await member({ role: 'editor' })
  for (let at = 0; at < 20; at++) expect((await beginUpload(busy, 1)).status).toBe(201)
  expect(await beginUpload(busy, 1)).toMatchObject({ status: 409, body: { code: 'too-many' } })
})

test('what nobody went on with for a day goes with its parts, and parts that belong to nothing go at once', async () => {
  const [young, old] = [await uploadWhole(editor, Buffer.from('a')), await uploadWhole(editor, Buffer.from('b'))]
  const before = new Date(Date.now() - 25 * 3_600_000)
  await write((tx) => tx.update(uploads).set({ createdAt: before }).where(eq(uploads.id, old)))
  await storage().put(partKey(randomUUID(), 0), Buffer.from('c'))
  await sweepUploaded(new Date())
  expect(await db().$count(uploads, eq(uploads.id, old))).toBe(0)
  expect(await stored()).toContain(partKey(young, 0))
  const open = new Set((await db().select({ id: uploads.id }).from(uploads)).map((one) => one.id))
  expect((await stored()).every((key) => open.has(key.split('/')[1] ?? ''))).toBe(true)
})
