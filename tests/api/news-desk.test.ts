import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditLog } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { type MadeNews, seedNews } from '@/domain/news/commands'
import type { NewsDeskList, NewsDeskView, NewsList, NewsView } from '@/domain/news/output'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, member } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const files = teaFiles()
const exam = files.exam.slug

const fromFile: MadeNews = {
  ...{
    id: 'from-file',
    kind: 'policy',
    title: '文件里的资讯',
    summary: '文件里说的，一两句话。',
    region: '',
    place: '',
  },
  ...{ publishedOn: '2030-01-01', source: { title: '某通知' }, verified: false, body: '文件里的正文。' },
}
const draft = {
  ...{ kind: 'subsidy', title: '宁波发放考证补贴', summary: '宁波市对通过考试的人发放补贴。', region: 'zhejiang' },
  ...{ place: '宁波市', publishedOn: '2030-01-10', verified: false, body: '## 要点\n\n每人1000元。' },
  source: { title: '关于发放补贴的通知', publisher: '宁波市民政局', date: '2030-01-10' },
}

const anybody = new Browser('198.51.100.9')
let editor: Awaited<ReturnType<typeof member>>
let ids = 0
const newId = () => `ningbo-${++ids}`

beforeAll(async () => {
  clockAt(now.toISOString())
  await seedExam(files, now)
  await seedNews(exam, [fromFile], now)
  editor = await member({ role: 'editor' })
})
beforeEach(() => clockAt(now.toISOString()))

async function written(id = newId(), more: object = {}): Promise<NewsDeskView> {
  const reply = await editor.post<NewsDeskView>('/news/desk', { ...draft, ...more, id })
  expect(reply.status, reply.text).toBe(201)
  return reply.body
}
const changed = ({ updatedAt }: NewsDeskView, more: object = {}) => ({ ...draft, ...more, seen: updatedAt })

/** Where readers come upon a piece of news. */
async function seenIn(id: string) {
  const page = (await anybody.get(`/news/${id}`)).status === 200
  const list = (await anybody.get<NewsList>('/news')).body.items.some((one) => one.id === id)
  const feed = (await anybody.get('/news/feed')).text.includes(`/news/${id}"`)
  return { page, list, feed }
}
const everywhere = { page: true, list: true, feed: true }
const nowhere = { page: false, list: false, feed: false }

test('a draft is seen by editors alone, then published everywhere, then nowhere again', async () => {
  const { id, status, origin, verified } = await written()
  expect({ status, origin, verified }).toEqual({ status: 'draft', origin: 'editor', verified: false })
  expect(await seenIn(id)).toEqual(nowhere)
  const desk = (await editor.get<NewsDeskList>('/news/desk')).body.items
  expect(desk.map((one) => [one.id, one.status])).toEqual([
    [id, 'draft'],
    ['from-file', 'published'],
  ])
  expect((await editor.post(`/news/desk/${id}/publish`)).body).toMatchObject({ status: 'published' })
  expect(await seenIn(id)).toEqual(everywhere)
  expect((await anybody.get<NewsView>(`/news/${id}`)).body).toMatchObject({ verified: false, place: '宁波市' })
  expect((await editor.post(`/news/desk/${id}/retire`)).body).toMatchObject({ status: 'retired' })
  expect(await seenIn(id)).toEqual(nowhere)
  expect((await editor.get<NewsDeskList>('/news/desk?status=retired')).body.items).toMatchObject([{ id }])
})

test('publishing twice publishes once, and every deed is noted without a word of the text', async () => {
  const { id } = await written()
  await editor.post(`/news/desk/${id}/publish`)
  const { body } = await editor.post<NewsDeskView>(`/news/desk/${id}/publish`)
  expect((await editor.put(`/news/desk/${id}`, changed(body))).status).toBe(200)
  await editor.post(`/news/desk/${id}/retire`)
  const noted = await db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `news:${id}`))
  expect(noted.map((entry) => entry.action).sort()).toEqual([
    'news.changed',
    'news.created',
    'news.published',
    'news.retired',
  ])
  expect(JSON.stringify(noted)).not.toContain('宁波')
})

test('what somebody else has saved meanwhile is not written over', async () => {
  const first = await written()
  clockAt('2030-01-15T03:00:00Z')
  expect((await editor.put(`/news/desk/${first.id}`, changed(first, { title: '改过的标题' }))).status).toBe(200)
  const late = await editor.put(`/news/desk/${first.id}`, changed(first, { title: '晚了一步' }))
  expect(late).toMatchObject({ status: 409, body: { code: 'stale' } })
  expect((await editor.get<NewsDeskView>(`/news/desk/${first.id}`)).body.title).toBe('改过的标题')
  expect((await editor.post('/news/desk', { ...draft, id: first.id })).body).toMatchObject({ code: 'id-taken' })
})

test('hostile Markdown stays text: on the page, in the feed, in the preview', async () => {
  const body = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(2)>',
    '[点我](javascript:alert(3))',
    '![图](data:text/html;base64,PHNjcmlwdD4=)',
    '<a href="https://evil.example" onclick="x()">链接</a>',
  ].join('\n\n')
  const { id } = await written(newId(), { title: '<b>标题</b>里的标签', body })
  await editor.post(`/news/desk/${id}/publish`)
  const { html } = (await anybody.get<NewsView>(`/news/${id}`)).body
  const preview = (await editor.post<{ html: string }>('/news/desk/preview', { body })).body
  expect(preview.html).toBe(html)
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toMatch(/<script|<img|href="javascript|<a [^>]*onclick|src="data/i)
  const feed = (await anybody.get('/news/feed')).text
  expect(feed).not.toMatch(/<script|<img|<b>/)
  expect(feed).toContain('&lt;b&gt;标题')
})

describe('the seed', () => {
  test('leaves what an editor has changed, written or retired', async () => {
    const { body: known } = await editor.get<NewsDeskView>('/news/desk/from-file')
    await editor.put('/news/desk/from-file', { ...changed(known), title: '编辑改过的资讯' })
    const own = await written()
    await editor.post(`/news/desk/${own.id}/publish`)
    const later = new Date('2030-02-01T00:00:00Z')
    await seedNews(exam, [{ ...fromFile, title: '文件也改了' }], later)
    expect((await anybody.get<NewsView>('/news/from-file')).body.title).toBe('编辑改过的资讯')
    await seedNews(exam, [], later)
    expect(await seenIn('from-file')).toEqual(everywhere)
    expect(await seenIn(own.id)).toEqual(everywhere)
    await editor.post('/news/desk/from-file/retire')
    await seedNews(exam, [fromFile], later)
    expect(await seenIn('from-file')).toEqual(nowhere)
  })
})

describe('refused', () => {
  test.each([
    ['an address that is taken', { id: 'feed' }],
    ['an address that is none', { id: 'No Address' }],
    ['a region that is none', { region: 'atlantis' }],
    ['a kind that is none', { kind: 'gossip' }],
    ['a day that is none', { publishedOn: '2030-02-30' }],
    ['a text that is none', { body: '' }],
    ['a status of its own', { status: 'published' }],
    ['an origin of its own', { origin: 'seed' }],
  ])('%s', async (_, wrong) => {
    expect((await editor.post('/news/desk', { ...draft, id: newId(), ...wrong })).status).toBe(422)
  })

  const asked = [
    ['GET', '/news/desk'],
    ['POST', '/news/desk'],
    ['GET', '/news/desk/from-file'],
    ['PUT', '/news/desk/from-file'],
    ['POST', '/news/desk/from-file/publish'],
    ['POST', '/news/desk/from-file/retire'],
    ['POST', '/news/desk/preview'],
  ] as const
  test.each(asked)('%s %s for who is no editor', async (method, path) => {
    expect((await new Browser().send(method, path, { body: method === 'GET' ? undefined : {} })).status).toBe(401)
    const learner = await member()
    expect((await learner.send(method, path, { body: method === 'GET' ? undefined : {} })).status).toBe(403)
  })

  test('what is not there', async () => {
    for (const move of ['publish', 'retire'])
      expect((await editor.post(`/news/desk/none/${move}`)).status, move).toBe(404)
    expect((await editor.get('/news/desk/none')).status).toBe(404)
  })
})
