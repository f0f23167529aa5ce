import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { env } from '@/lib/env'
import { partsFolder, resourceKey, storage } from '@/lib/storage/storage'
import { uploadsFolder } from '@/lib/storage/temporary'
import { sweepUploaded } from '@/lib/uploads/upkeep'
import { mp3, pdf } from '../support/edition-files'
import { type S3Server, startS3 } from '../support/s3-server'
import { teaFiles } from '../support/tea-exam'
import { beginUpload, partOf, sendPart, uploadWhole } from '../support/uploads'
import { Browser, type Member, member } from '../support/world'

const files = teaFiles()
const anybody = new Browser('198.51.100.9')
let server: S3Server
let editor: Member

beforeAll(async () => {
  server = await startS3()
  const { endpoint, region, bucket, accessKey, secretKey } = server.settings
  // The environment is read once, when it is first asked for.
  Object.assign(process.env, {
    ...{ S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket, S3_PATH_STYLE: 'true' },
    ...{ S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey },
  })
  expect(env().S3_BUCKET).toBe(bucket)
  await seedExam(files, new Date('2030-01-15T02:00:00Z'))
  editor = await member({ role: 'editor' })
  const resource = {
    ...{ id: 'notes', kind: 'key-points', title: '茶的要点', summary: '三种茶，怎样泡，怎样分。', year: null },
    ...{ levels: [files.exam.levels[0]?.slug], subjects: [files.exam.subjects[0]?.slug] },
  }
  expect((await editor.post('/resources/desk', resource)).status).toBe(201)
})
afterAll(async () => {
  for (const name of Object.keys(process.env)) if (name.startsWith('S3_')) delete process.env[name]
  await server.close()
})

const finish = (upload: string) =>
  editor.post<{ code: string }>('/resources/desk/notes/editions', {
    ...{ upload, edition: '2030-01-15', changes: '首版。', licence: 'CC-BY-4.0', checkedOn: null, pages: null },
  })
const file = (headers: Record<string, string> = {}) => anybody.send('GET', '/resources/notes/file', { headers })

test('an edition is uploaded in parts, published, downloaded and resumed', async () => {
  const sound = mp3(25_000)
  const { body } = await beginUpload(editor, sound.length)
  for (const part of [2, 0, 1])
    expect((await sendPart(editor, body.id, part, partOf(sound, body, part))).status).toBe(204)
  expect((await editor.get(`/uploads/${body.id}`)).body).toMatchObject({ received: [0, 1, 2] })
  expect((await finish(body.id)).status).toBe(201)
  expect(await storage().list(partsFolder(body.id))).toEqual([])
  expect(readdirSync(await uploadsFolder())).toEqual([])
  expect((await editor.post('/resources/desk/notes/publish')).status).toBe(204)
  const whole = await file()
  expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(sound.length)])
  const rest = await file({ range: `bytes=${sound.length - 417}-`, 'if-range': whole.headers.get('etag') ?? '' })
  expect([rest.status, rest.headers.get('content-length')]).toEqual([206, '417'])
  await sweepUploaded(new Date(Date.now() + 25 * 3_600_000))
  expect((await file()).status).toBe(200)
  expect(await storage().list('resources')).toHaveLength(1)
})

test('while the store is away, everything is refused as for now, and nothing is lost', async () => {
  const upload = await uploadWhole(editor, pdf('later'))
  const known = await storage().list('resources')
  const comeBack = server.goAway()
  const { body: begun } = await beginUpload(editor, 3)
  const refused = [
    await sendPart(editor, begun.id, 0, Buffer.from('tea')),
    await editor.get(`/uploads/${upload}`),
    await editor.delete(`/uploads/${upload}`),
    await finish(upload),
    await file(),
    await anybody.get(`/resources/archive?level=${files.exam.levels[0]?.slug}`),
  ]
  for (const reply of refused) {
    expect(reply).toMatchObject({ status: 503, body: { code: 'store-unavailable' } })
    expect(reply.headers.get('retry-after')).toBe('5')
  }
  expect(readdirSync(await uploadsFolder())).toEqual([])
  comeBack()
  expect((await sendPart(editor, begun.id, 0, Buffer.from('tea'))).status).toBe(204)
  expect(await storage().list('resources')).toEqual(known)
  expect((await finish(upload)).status).toBe(201)
  expect((await file()).text).toBe(pdf('later').toString())
  expect(await storage().find(resourceKey('none'))).toBeNull()
})
