import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { news } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { type MadeNews, seedNews } from '@/domain/news/commands'
import type { NewsList, NewsView } from '@/domain/news/output'
import { teaFiles } from '../support/tea-exam'
import { Browser } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const files = teaFiles()
const exam = files.exam.slug

const piece = (id: string, more: Partial<MadeNews> = {}): MadeNews => ({
  ...{ id, kind: 'policy', title: `第${id}条资讯`, summary: '这一条说了什么，一两句话。', region: '', place: '' },
  ...{ publishedOn: '2030-01-01', source: { title: '某通知', date: '2030-01-01' }, verified: false },
  body: '## 要点\n\n正文<script>alert(1)</script>',
  ...more,
})
/** Two pages and some, many of them of one day. */
const many = Array.from({ length: 43 }, (_, index) =>
  piece(`n-${String(index).padStart(2, '0')}`, { publishedOn: index < 30 ? '2029-12-31' : '2029-12-30' }),
)
const some = [
  piece('hubei', { region: 'hubei', place: '武汉市', kind: 'subsidy' }),
  piece('hunan', { region: 'hunan', kind: 'data' }),
  piece('own', { kind: 'site', source: null, verified: true, publishedOn: '2030-01-02' }),
]

const draft = {
  ...piece('draft', { publishedOn: '2030-01-03' }),
  ...{ examSlug: exam, status: 'draft' as const, updatedAt: new Date('2030-01-20T00:00:00Z') },
}

beforeAll(async () => {
  await seedExam(files, now)
  await seedNews(exam, [...some, ...many], now)
  await write((tx) => tx.insert(news).values(draft))
})

const anybody = new Browser('198.51.100.7')
const list = async (query = '') => (await anybody.get<NewsList>(`/news?${query}`)).body
const idsOf = async (query: string) => (await list(query)).items.map((one) => one.id)
const statusOf = async (path: string) => (await anybody.get(path)).status

describe('the list', () => {
  test('comes page by page, the latest first, each piece once, also where many are of one day', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    for (let pages = 0; cursor !== null && pages < 10; pages++) {
      const { items, nextCursor }: NewsList = await list(cursor && `cursor=${cursor}`)
      seen.push(...items.map((one) => one.id))
      cursor = nextCursor
    }
    expect(seen.slice(0, 3)).toEqual(['own', 'hunan', 'hubei'])
    expect(seen.slice(3)).toEqual([...many.slice(0, 30).reverse(), ...many.slice(30).reverse()].map((one) => one.id))
  })

  test('a page stays the same while news are added before it', async () => {
    const { nextCursor } = await list()
    const before = await idsOf(`cursor=${nextCursor}`)
    await seedNews(exam, [piece('newest', { publishedOn: '2030-01-14' }), ...some, ...many], now)
    expect(await idsOf(`cursor=${nextCursor}`)).toEqual(before)
    expect((await idsOf(''))[0]).toBe('newest')
    await seedNews(exam, [...some, ...many], now)
  })

  test('a province has what concerns the whole country too, and no other province', async () => {
    expect((await idsOf('region=hubei')).slice(0, 2)).toEqual(['own', 'hubei'])
    expect(await idsOf('region=hubei&kind=subsidy')).toEqual(['hubei'])
    expect(await idsOf('region=hunan&kind=subsidy')).toEqual([])
    expect(await idsOf('region=&kind=data')).toEqual([])
    expect(await idsOf('kind=site')).toEqual(['own'])
  })

  test('what cannot be meant is refused', async () => {
    for (const query of ['region=atlantis', 'kind=gossip', 'cursor=yesterday', 'cursor=2030-01-01', 'page=2'])
      expect(await statusOf(`/news?${query}`), query).toBe(422)
  })

  test('drafts and what was retired are nowhere', async () => {
    expect(await idsOf('')).not.toContain('draft')
    expect(await statusOf('/news/draft')).toBe(404)
    expect((await anybody.get('/news/feed')).text).not.toContain('第draft条')
    await seedNews(exam, [...some.slice(1), ...many], now)
    expect(await statusOf('/news/hubei')).toBe(404)
    expect(await idsOf('region=hubei&kind=subsidy')).toEqual([])
    await seedNews(exam, [...some, ...many], now)
    expect(await idsOf('region=hubei&kind=subsidy')).toEqual(['hubei'])
  })
})

test('a piece has its text as safe HTML, its source, and whether the original was read', async () => {
  const { body } = await anybody.get<NewsView>('/news/hubei')
  expect(body).toMatchObject({ id: 'hubei', place: '武汉市', verified: false, source: { title: '某通知' } })
  expect(body.html).toContain('<h2 id="part-1">要点</h2>')
  expect(body.html).not.toContain('<script')
  for (const id of ['none', 'No%20id', '%2e%2e%2ftips']) expect(await statusOf(`/news/${id}`), id).toBe(404)
})

test('seeding again changes the time of what changed, and of nothing else', async () => {
  const times = async () =>
    Object.fromEntries((await db().select().from(news)).map((row) => [row.id, row.updatedAt.toISOString()]))
  const before = await times()
  const later = new Date('2030-02-01T00:00:00Z')
  await seedNews(exam, [...some, ...many], later)
  expect(await times()).toEqual(before)
  const [first, ...rest] = some
  await seedNews(exam, [{ ...piece('hubei'), ...first, title: '改过的标题' }, ...rest, ...many], later)
  expect(await times()).toEqual({ ...before, hubei: later.toISOString() })
  const [kept] = await db().select().from(news).where(eq(news.id, 'draft'))
  expect(kept?.status).toBe('draft')
})

describe('the feed', () => {
  const feed = (headers: Record<string, string> = {}, query = '') =>
    anybody.send('GET', `/news/feed${query}`, { headers })

  test('is Atom, with ids that stay, and is filtered as the list is', async () => {
    const { status, headers, text } = await feed()
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(text).toContain('<link rel="alternate" type="text/html" href="http://localhost:3000/news/own"/>')
    const idOf = (xml: string) => /<id>([^<]+)<\/id>\s*<title>第hunan条资讯/.exec(xml)?.[1]
    expect(idOf(text)).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    const ofHunan = (await feed({}, '?region=hunan')).text
    expect(idOf(ofHunan)).toBe(idOf(text))
    expect(ofHunan).not.toContain('news/hubei')
    expect((await feed({}, '?cursor=2030-01-01.a')).status).toBe(422)
  })

  test('is not sent again to who has it, and is once something changed or went', async () => {
    const first = (await feed()).headers
    const [etag, date] = [first.get('etag') ?? '', first.get('last-modified') ?? '']
    expect(await feed({ 'if-none-match': `"x", W/${etag}` })).toMatchObject({ status: 304, text: '' })
    expect((await feed({ 'if-modified-since': date })).status).toBe(304)
    expect((await feed({ 'if-modified-since': new Date(0).toUTCString() })).status).toBe(200)
    expect((await feed({ 'if-none-match': '"x"', 'if-modified-since': date })).status).toBe(200)
    await seedNews(exam, [...some.slice(0, 2), ...many], new Date('2030-03-01T00:00:00Z'))
    expect((await feed({ 'if-none-match': etag })).status).toBe(200)
    const gone = await feed({ 'if-modified-since': date })
    expect(gone.status).toBe(200)
    expect(gone.text).not.toContain('news/own')
    await seedNews(exam, [], new Date('2030-03-02T00:00:00Z'))
    expect((await feed()).text).not.toContain('<entry>')
  })
})
