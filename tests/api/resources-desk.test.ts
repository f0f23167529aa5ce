import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET as archive } from '@/app/api/v1/resources/archive/route'
import { db } from '@/db/client'
import { auditLog } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { readZip } from '@/domain/formats/zip'
import { type MadeResource, seedResources } from '@/domain/resources/commands'
import type { NewResource } from '@/domain/resources/desk/input'
import type { ResourceDeskList, ResourceDeskView } from '@/domain/resources/desk/output'
import { largestFiles } from '@/domain/resources/formats'
import type { ResourceList, ResourceView } from '@/domain/resources/output'
import { getUpload } from '@/domain/uploads/queries'
import { partKey, resourceKey, storage } from '@/lib/storage/storage'
import { keepUpload } from '@/lib/uploads/keep'
import { sweepUploaded } from '@/lib/uploads/upkeep'
import { docx, mp3, pdf, rawZip, xlsx, zip } from '../support/edition-files'
import { teaFiles } from '../support/tea-exam'
import { beginUpload, partOf, sendPart, uploadWhole } from '../support/uploads'
import { Browser, type Member, member, origin } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const files = teaFiles()
const exam = files.exam.slug
const level = files.exam.levels[0]?.slug ?? ''
const [subject = ''] = files.exam.subjects.map((one) => one.slug)
const none = Promise.resolve({})
const anybody = new Browser('198.51.100.9')

let editor: Member
beforeAll(async () => {
  await seedExam(files, now)
  editor = await member({ role: 'editor' })
})

const given = (more: Partial<NewResource> = {}): NewResource => ({
  ...{ id: `notes-${randomUUID()}`, kind: 'key-points', title: '茶的要点', summary: '三种茶，怎样泡，怎样分。' },
  ...{ levels: [level], subjects: [subject], year: 2030 },
  ...more,
})
async function made(more: Partial<NewResource> = {}): Promise<string> {
  const resource = given(more)
  expect(await editor.post('/resources/desk', resource)).toMatchObject({ status: 201, body: { id: resource.id } })
  return resource.id
}
const about = { edition: '2030-01-15', changes: '补充了时间表。', licence: 'CC-BY-4.0', checkedOn: null, pages: null }
type Added = { id: string; edition: string; code: string; current?: { missing: number[] } }
const finish = (id: string, upload: string, more: object = {}, as: Member = editor) =>
  as.post<Added>(`/resources/desk/${id}/editions`, { upload, ...about, ...more })
const add = async (id: string, file: Uint8Array, more: object = {}) => finish(id, await uploadWhole(editor, file), more)
const desk = async (id: string) => (await editor.get<ResourceDeskView>(`/resources/desk/${id}`)).body
const publish = (id: string) => editor.post<{ code: string }>(`/resources/desk/${id}/publish`)
const stored = async () => (await storage().list('resources')).map((one) => one.key)

describe('a draft', () => {
  test('is made, listed, changed, and noted', async () => {
    const id = await made()
    const { items } = (await editor.get<ResourceDeskList>('/resources/desk')).body
    const wanted = { id, status: 'draft', origin: 'editor', edition: null, format: null, bytes: null }
    expect(items.find((one) => one.id === id)).toMatchObject(wanted)
    const changed = await editor.patch(`/resources/desk/${id}`, { title: '茶的新要点', year: null })
    expect(changed.status).toBe(204)
    expect(await desk(id)).toMatchObject({ title: '茶的新要点', year: null, kind: 'key-points', editions: [] })
    const noted = await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.target, `resource:${id}`))
    expect(noted.map((one) => one.action).sort()).toEqual(['resource.changed', 'resource.created'])
  })

  test('is not published without a file', async () => {
    const id = await made()
    expect(await publish(id)).toMatchObject({ status: 409, body: { code: 'no-edition' } })
    expect((await desk(id)).status).toBe('draft')
  })

  test('has an address that nobody has', async () => {
    const id = await made()
    expect(await editor.post('/resources/desk', given({ id }))).toMatchObject({
      status: 409,
      body: { code: 'id-taken' },
    })
    for (const wrong of ['desk', 'archive', 'new', 'A', '-a', '../a', 'a b'])
      expect((await editor.post('/resources/desk', given({ id: wrong }))).status, wrong).toBe(422)
  })

  test('is for levels and subjects that the exam has', async () => {
    for (const wrong of [{ levels: ['none'] }, { subjects: [subject, 'none'] }, { levels: [] }]) {
      expect((await editor.post('/resources/desk', given(wrong))).status).toBe(422)
      expect((await editor.patch(`/resources/desk/${await made()}`, wrong)).status).toBe(422)
    }
    expect((await editor.patch(`/resources/desk/${await made()}`, {})).status).toBe(422)
    expect((await editor.patch('/resources/desk/none', { year: 2030 })).status).toBe(404)
  })
})

describe('an edition', () => {
  test.each([
    ['pdf', () => pdf(), 'application/pdf'],
    ['docx', () => docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', () => xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['zip', () => zip(), 'application/zip'],
    ['mp3', () => mp3(), 'audio/mpeg'],
  ] as const)('is %s by its content, and comes to readers as that', async (format, make, type) => {
    const [id, file] = [await made({ title: `茶${format}` }), await make()]
    expect(await add(id, file)).toMatchObject({ status: 201, body: { edition: '2030-01-15' } })
    expect((await publish(id)).status).toBe(204)
    const reply = await anybody.send('GET', `/resources/${id}/file`)
    expect(reply).toMatchObject({ status: 200 })
    expect(reply.headers.get('content-type')).toBe(type)
    expect(reply.headers.get('content-length')).toBe(String(file.length))
    const name = encodeURIComponent(`茶${format}（2030-01-15版）.${format}`)
    expect(reply.headers.get('content-disposition')).toContain(`filename*=UTF-8''${name}`)
    expect((await anybody.get<ResourceView>(`/resources/${id}`)).body).toMatchObject({ format, bytes: file.length })
  })

  test('of several parts is joined as it was, and its parts are gone', async () => {
    const [id, file] = [await made(), mp3(25_000)]
    const upload = await uploadWhole(editor, file)
    expect((await storage().find(partKey(upload, 2)))?.key).toBeDefined()
    expect((await finish(id, upload)).status).toBe(201)
    const { editions } = await desk(id)
    expect(Buffer.from((await storage().read(resourceKey(editions[0]?.sha256 ?? ''))) ?? []).equals(file)).toBe(true)
    expect((await storage().list(`parts/${upload}`)).length).toBe(0)
    expect(await finish(id, upload)).toMatchObject({ status: 404 })
    expect((await desk(id)).editions).toHaveLength(1)
  })

  test('takes the place of the old one, whose readers see what changed; a second one of a day says so', async () => {
    const id = await made()
    await add(id, pdf('one'), { changes: '首版。' })
    await publish(id)
    await add(id, pdf('two'))
    const third = await add(id, pdf('three'), { edition: '2030-01-10', changes: '更正。' })
    expect(third.body.edition).toBe('2030-01-10')
    expect((await anybody.get<ResourceView>(`/resources/${id}`)).body).toMatchObject({
      edition: '2030-01-10',
      editions: [
        { edition: '2030-01-10', changes: '更正。' },
        { edition: '2030-01-15.2', changes: '补充了时间表。' },
        { edition: '2030-01-15', changes: '首版。' },
      ],
    })
    expect((await anybody.send('GET', `/resources/${id}/file`)).text).toBe(pdf('three').toString())
    const { editions } = await desk(id)
    expect(editions.map((one) => one.isCurrent)).toEqual([true, false, false])
    const old = await editor.send('GET', `/resources/desk/${id}/editions/${editions[2]?.id}/file`)
    expect(old).toMatchObject({ status: 200, text: pdf('one').toString() })
    expect(old.headers.get('cache-control')).toContain('private')
  })

  test('waits for every part, and names those that are missing', async () => {
    const [id, file] = [await made(), mp3(25_000)]
    const { body } = await beginUpload(editor, file.length)
    await sendPart(editor, body.id, 1, partOf(file, body, 1))
    const reply = await finish(id, body.id)
    expect(reply).toMatchObject({ status: 409, body: { code: 'parts-missing', current: { missing: [0, 2] } } })
    for (const part of [0, 2]) await sendPart(editor, body.id, part, partOf(file, body, part))
    expect((await finish(id, body.id)).status).toBe(201)
  })

  test('is made once of an upload that two tabs finish', async () => {
    const id = await made()
    const upload = await uploadWhole(editor, pdf('twice'))
    const both = await Promise.all([finish(id, upload), finish(id, upload)])
    expect(both.map((one) => one.status).sort()).toEqual([201, 404])
    expect((await desk(id)).editions).toHaveLength(1)
  })

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-unknown'],
    ['a PDF that was cut off', () => pdf('x'.repeat(5000)).subarray(0, 4000), 'file-damaged'],
    ['a document with macros', () => docx({}, { 'word/vbaProject.bin': 'x' }), 'file-unsafe'],
    ['a way out of the folder', () => rawZip({ name: '../a', content: Buffer.from('a') }), 'file-unsafe'],
  ])('is not made of %s, and the upload stays as it was', async (_, make, code) => {
    const id = await made()
    const before = await stored()
    const upload = await uploadWhole(editor, await make(), '资料.pdf')
    expect(await finish(id, upload)).toMatchObject({ status: 422, body: { code } })
    expect([(await desk(id)).editions, await stored()]).toEqual([[], before])
    expect((await editor.get(`/uploads/${upload}`)).status).toBe(200)
  })

  test('is not larger than its type may be', async () => {
    const id = await made()
    const body = Buffer.alloc(largestFiles.pdf, 'a')
    expect(await add(id, Buffer.concat([pdf().subarray(0, 9), body, pdf()]))).toMatchObject({ status: 413 })
    expect((await desk(id)).editions).toEqual([])
  })

  test('is not made of somebody else’s upload, nor for what is not there', async () => {
    const id = await made()
    const colleague = await member({ role: 'editor' })
    const upload = await uploadWhole(colleague, pdf())
    expect((await finish(id, upload)).status).toBe(404)
    expect((await finish('none', upload, {}, colleague)).status).toBe(404)
    expect((await finish(id, randomUUID())).status).toBe(404)
    for (const wrong of [{ edition: '2030-02-30' }, { changes: '' }, { pages: 0 }])
      expect((await finish(id, upload, wrong, colleague)).status).toBe(422)
    expect((await finish(id, upload, {}, colleague)).status).toBe(201)
  })
})

describe('what is not published', () => {
  const ways = (id: string) => [`/resources/${id}`, `/resources/${id}/file`, `/resources/${id}/file?for=preview`]
  const namesInArchive = async () => {
    const reply = await archive(new Request(`${origin}/api/v1/resources/archive?level=${level}`), { params: none })
    expect(reply.status).toBe(200)
    const bytes = new Uint8Array(await reply.arrayBuffer())
    expect(reply.headers.get('content-length')).toBe(String(bytes.length))
    return [...(await readZip(bytes)).keys()]
  }

  test('is nobody’s to see by any way: a draft, and what was retired', async () => {
    const id = await made({ title: '秘密的茶' })
    await add(id, pdf('draft'))
    const { editions } = await desk(id)
    const edition = `/resources/desk/${id}/editions/${editions[0]?.id}/file`
    const hidden = async () => {
      for (const way of ways(id)) expect((await anybody.get(way)).status, way).toBe(404)
      expect((await anybody.get<ResourceList>('/resources')).body.items.map((one) => one.id)).not.toContain(id)
      expect((await namesInArchive()).filter((name) => name.includes('秘密'))).toEqual([])
      for (const way of [edition, `/resources/desk/${id}`, '/resources/desk']) {
        expect((await anybody.get(way)).status).toBe(401)
        expect((await (await member()).get(way)).status).toBe(403)
      }
    }
    const shown = await made({ title: '公开的茶' })
    await add(shown, pdf('shown'))
    await publish(shown)
    await hidden()
    await publish(id)
    for (const way of ways(id)) expect((await anybody.get(way)).status, way).toBe(200)
    expect(await namesInArchive()).toEqual(expect.arrayContaining(['秘密的茶（2030-01-15版）.pdf']))
    expect((await editor.post(`/resources/desk/${id}/retire`)).status).toBe(204)
    await hidden()
    expect((await editor.get(edition)).status).toBe(200)
    expect((await editor.get(`/resources/desk/${shown}/editions/${editions[0]?.id}/file`)).status).toBe(404)
  })

  test('is kept by who cares for its subjects', async () => {
    const id = await made()
    const other = await member({ role: 'editor', subjects: ['another'] })
    const changes = [
      other.patch(`/resources/desk/${id}`, { title: '别的茶' }),
      other.post(`/resources/desk/${id}/publish`),
      other.post(`/resources/desk/${id}/retire`),
      other.post('/resources/desk', given()),
    ]
    for (const reply of await Promise.all(changes))
      expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    const own = await member({ role: 'editor', subjects: [subject] })
    expect((await own.patch(`/resources/desk/${id}`, { title: '自己的茶' })).status).toBe(204)
  })
})

describe('the files of a release', () => {
  const seeded = (id: string, title: string): MadeResource => ({
    tip: {
      ...{
        id,
        kind: 'exam-skills',
        title,
        summary: '两份试卷怎样得分，时间怎样分配。',
        levels: [level],
        subjects: [subject],
      },
      ...{ year: 2030, edition: '2029-12-01', licence: 'CC-BY-4.0', changes: '首版。', checkedOn: '2029-12-01' },
      ...{ source: [], references: [], unsure: [] },
    },
    ...{ body: '## 一', hash: 'a'.repeat(64), bytes: 3, pages: 1 },
  })

  test('leave alone what an editor made or changed, and keep the age of what is the same', async () => {
    const [kept, changed] = ['kept-skills', 'changed-skills']
    const own = await made()
    const both = [seeded(kept, '原来的题目'), seeded(changed, '原来的题目')]
    expect(await seedResources(exam, both, now)).toEqual([])
    await editor.patch(`/resources/desk/${changed}`, { title: '编辑的题目' })
    const later = new Date(now.getTime() + 86_400_000)
    const again = [seeded(kept, '新的题目'), seeded(changed, '新的题目')]
    expect(await seedResources(exam, again, later)).toEqual([changed])
    expect(await desk(changed)).toMatchObject({ title: '编辑的题目', origin: 'editor', status: 'published' })
    expect(await desk(kept)).toMatchObject({ title: '新的题目', origin: 'seed' })
    expect((await desk(kept)).editions).toMatchObject([{ createdAt: now.toISOString() }])
    await seedResources(exam, [], later)
    expect((await desk(own)).status).toBe('draft')
    expect((await desk(changed)).status).toBe('published')
    expect((await desk(kept)).status).toBe('retired')
  })
})

test('a file that no edition names goes after a day, and those that one names stay', async () => {
  const id = await made()
  await add(id, pdf('named'))
  const named = resourceKey((await desk(id)).editions[0]?.sha256 ?? '')
  const stray = resourceKey('b'.repeat(64))
  await storage().put(stray, Buffer.from('x'))
  await sweepUploaded(new Date())
  expect(await stored()).toEqual(expect.arrayContaining([named, stray]))
  await sweepUploaded(new Date(Date.now() + 25 * 3_600_000))
  expect(await stored()).toContain(named)
  expect(await stored()).not.toContain(stray)
})

test('what dies between the storage and the database leaves nothing that readers see, and is finished again', async () => {
  const id = await made()
  await add(id, pdf('first'))
  await publish(id)
  const upload = await getUpload(editor.id, await uploadWhole(editor, pdf('second')))
  const before = await stored()
  await expect(keepUpload(upload, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  const [stray] = (await stored()).filter((key) => !before.includes(key))
  expect(stray).toBeDefined()
  expect((await anybody.send('GET', `/resources/${id}/file`)).text).toBe(pdf('first').toString())
  expect((await finish(id, upload.id)).status).toBe(201)
  expect((await anybody.send('GET', `/resources/${id}/file`)).text).toBe(pdf('second').toString())
})
