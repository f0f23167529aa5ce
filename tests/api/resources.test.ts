import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { counted } from '@/app/api/v1/resources/[resource]/file/note-download'
import { GET as archive } from '@/app/api/v1/resources/archive/route'
import { db, write } from '@/db/client'
import { downloadMarks, resources } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { readZip } from '@/domain/formats/zip'
import { forgetMarks, type MadeResource, seedResources } from '@/domain/resources/commands'
import type { Tip } from '@/domain/resources/input'
import type { ResourceList, ResourceView } from '@/domain/resources/output'
import { resourceKey, storage } from '@/lib/storage/storage'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, origin } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const files = teaFiles()
const exam = files.exam.slug
const [level = ''] = files.exam.levels.map((one) => one.slug)
const [subject = ''] = files.exam.subjects.map((one) => one.slug)

const tip = (id: string, more: Partial<Tip> = {}): Tip => ({
  ...{ id, kind: 'exam-skills', title: `${id}应试技巧`, summary: '两份试卷怎样得分，时间怎样分配。' },
  ...{ levels: [level], subjects: [subject], year: 2030, edition: '2029-12-01', licence: 'CC-BY-4.0' },
  ...{ changes: '首版。', checkedOn: '2029-12-01', source: [], references: [], unsure: ['考试日期。'] },
  ...more,
})
const source = [
  { law: '慈善法', edition: '2023-12-29', article: '第二十六条', quote: '由该慈善组织开展公开募捐' },
  { law: '慈善法', edition: '2023-12-29', article: '第七十三条', quote: '应当在活动开始后十日内' },
]

async function made(of: Tip, text = `%PDF-1.7 ${of.id} 0123456789`): Promise<MadeResource> {
  const file = Buffer.from(text)
  const hash = createHash('sha256').update(file).digest('hex')
  await storage().put(resourceKey(hash), file)
  return { tip: of, body: '## 一、读题\n\n先看问什么。', hash, bytes: file.length, pages: 3 }
}

const library = async () => [
  await made(tip('skills', { source })),
  await made(tip('points', { kind: 'key-points', title: '高频考点', year: 2029 })),
  await made(tip('gone')),
]

beforeAll(async () => {
  await seedExam(files, now)
  await seedResources(exam, await library(), now)
  await write((tx) => tx.update(resources).set({ status: 'retired' }).where(eq(resources.id, 'gone')))
})

const none = Promise.resolve({})
const anybody = new Browser('198.51.100.7')
const list = async (query = '') => (await anybody.get<ResourceList>(`/resources?${query}`)).body
const idsOf = async (query: string) => (await list(query)).items.map((one) => one.id)

describe('the list', () => {
  test('shows what is published, by kind, year, subject and words', async () => {
    expect(await list()).toMatchObject({
      items: [{ id: 'skills', format: 'pdf', pages: 3, edition: '2029-12-01', downloads: 0 }, { id: 'points' }],
      kinds: { 'exam-skills': 1, 'key-points': 1, 'past-papers': 0 },
      years: [2030, 2029],
    })
    expect(await idsOf('kind=key-points')).toEqual(['points'])
    expect(await idsOf('year=2030')).toEqual(['skills'])
    expect(await idsOf(`level=${level}&subject=${subject}`)).toEqual(['skills', 'points'])
    expect(await idsOf('level=none')).toEqual([])
    expect(await idsOf(`q=${encodeURIComponent('ＳＫＩＬＬＳ 试卷')}`)).toEqual(['skills'])
    expect((await anybody.get('/resources?kind=all')).status).toBe(422)
  })

  test('a resource tells what it rests on, its text and its editions', async () => {
    const { body } = await anybody.get<ResourceView>('/resources/skills')
    expect(body).toMatchObject({
      laws: [{ law: '慈善法', edition: '2023-12-29', articles: ['第二十六条', '第七十三条'] }],
      headings: [{ id: 'part-1', title: '一、读题' }],
      unsure: ['考试日期。'],
      editions: [{ edition: '2029-12-01', changes: '首版。' }],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    for (const id of ['gone', 'none']) {
      expect((await anybody.get(`/resources/${id}`)).status).toBe(404)
      expect((await anybody.get(`/resources/${id}/file`)).status).toBe(404)
    }
  })
})

const file = (headers: Record<string, string> = {}) => anybody.send('GET', '/resources/skills/file', { headers })

describe('the file', () => {
  test('comes whole with its name, and in parts', async () => {
    const whole = await file()
    const text = '%PDF-1.7 skills 0123456789'
    expect(whole).toMatchObject({ status: 200, text })
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'accept-ranges': 'bytes',
      'content-length': String(text.length),
      'x-content-type-options': 'nosniff',
    })
    const name = encodeURIComponent('skills应试技巧（2029-12-01版）.pdf')
    expect(whole.headers.get('content-disposition')).toContain(`filename*=UTF-8''${name}`)
    expect(whole.headers.get('set-cookie')).toBeNull()
    const part = await file({ range: 'bytes=5-8' })
    expect(part).toMatchObject({ status: 206, text: text.slice(5, 9) })
    expect(part.headers.get('content-range')).toBe(`bytes 5-8/${text.length}`)
    const beyond = await file({ range: 'bytes=900-' })
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe(`bytes */${text.length}`)
  })

  test('is resumed only while it is the same, and not sent again to who has it', async () => {
    const etag = (await file()).headers.get('etag') ?? ''
    expect((await file({ range: 'bytes=5-', 'if-range': etag })).status).toBe(206)
    expect((await file({ range: 'bytes=5-', 'if-range': '"another"' })).status).toBe(200)
    const date = (await file()).headers.get('last-modified') ?? ''
    expect((await file({ range: 'bytes=5-', 'if-range': date })).status).toBe(206)
    expect((await file({ range: 'bytes=5-', 'if-range': new Date(0).toUTCString() })).status).toBe(200)
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`])
      expect(await file({ 'if-none-match': tags })).toMatchObject({ status: 304, text: '' })
    expect((await file({ 'if-modified-since': date })).status).toBe(304)
    expect((await file({ 'if-none-match': '"other"', 'if-modified-since': date })).status).toBe(200)
  })

  test('is counted once for a person and a day, and a part that follows is not', async () => {
    const count = async () => (await list()).items.find((one) => one.id === 'points')?.downloads
    const get = async (browser: Browser, headers: Record<string, string> = {}) => {
      await browser.send('GET', '/resources/points/file', { headers })
      await counted()
    }
    const [one, other] = [new Browser('203.0.113.1'), new Browser('203.0.113.2')]
    expect(await count()).toBe(0)
    await get(one, { range: 'bytes=4-' })
    expect(await count()).toBe(0)
    expect((await one.send('GET', '/resources/points/file?for=preview')).status, 'who looks at pages').toBe(200)
    expect(await count()).toBe(0)
    await get(one, { range: 'bytes=0-3' })
    await get(one)
    await get(one)
    expect(await count()).toBe(1)
    await get(other)
    expect(await count()).toBe(2)
    clockAt('2030-01-16T02:00:00Z')
    await get(one)
    expect(await count()).toBe(3)
    await forgetMarks('2030-01-16')
    expect((await db().select().from(downloadMarks)).every((mark) => mark.day >= '2030-01-16')).toBe(true)
  })

  test('all of a level comes as one archive', async () => {
    const reply = await archive(new Request(`${origin}/api/v1/resources/archive?level=${level}`), { params: none })
    expect(reply.status, await reply.clone().text()).toBe(200)
    const entries = await readZip(new Uint8Array(await reply.arrayBuffer()))
    expect([...entries.keys()].sort()).toEqual(['skills应试技巧（2029-12-01版）.pdf', '高频考点（2029-12-01版）.pdf'])
    expect((await anybody.get('/resources/archive?level=none')).status).toBe(404)
  })
})

test('a new edition takes the place of the old one, and readers see what changed', async () => {
  const next = await made(tip('skills', { edition: '2029-12-20', changes: '补充了时间表。' }), '%PDF-1.7 second')
  await seedResources(exam, [next, ...(await library()).slice(1)], now)
  const { body } = await anybody.get<ResourceView>('/resources/skills')
  expect(body).toMatchObject({
    edition: '2029-12-20',
    editions: [{ edition: '2029-12-20', changes: '补充了时间表。' }, { edition: '2029-12-01' }],
  })
  expect((await file()).text).toBe('%PDF-1.7 second')
  await seedResources(exam, [], now)
  expect((await list()).items).toEqual([])
})
