import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { escapeXml, type FeedEntry, writeFeed } from '@/domain/news/feed'

const hostile = ']]></title><script>alert("1")</script>&amp;<!-- \u0000\u000b\ud800 \' 𠮷 \ufffe'

const entry = (id: string, more: Partial<FeedEntry> = {}): FeedEntry => ({
  ...{ urn: `urn:uuid:${id}`, id, kind: 'policy', title: '标题', summary: '摘要', html: '<p>正文 &amp; 更多</p>' },
  ...{ publishedOn: '2026-11-29', updatedAt: new Date('2026-11-29T04:05:06Z'), ...more },
})

const feed = (entries: FeedEntry[], self = 'https://example.com/api/v1/news/feed?kind=policy&region=hubei') =>
  writeFeed({
    ...{ urn: 'urn:uuid:feed', title: '资讯', author: '一练', self, page: 'https://example.com/news' },
    ...{ timeZone: 'Asia/Shanghai', updatedAt: new Date('2026-11-29T04:05:06Z'), entries },
  })

/** What an XML parser makes of it: the texts of each element by its path, and the attributes of each. */
function read(xml: string) {
  const texts: [string, string][] = []
  const attributes: Record<string, string>[] = []
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    open.push(tag.name)
    attributes.push({ name: tag.name, ...(tag.attributes as Record<string, string>) })
    texts.push([open.join('/'), ''])
  })
  parser.on('text', (text) => {
    const last = texts.findLast(([path]) => path === open.join('/'))
    if (last) last[1] += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return { attributes, of: (path: string) => texts.filter(([at]) => at === path).map(([, text]) => text) }
}

test('a feed has what Atom asks of it', () => {
  const { of, attributes } = read(feed([entry('a'), entry('b')]))
  expect(of('feed/id')).toEqual(['urn:uuid:feed'])
  expect(of('feed/updated')).toEqual(['2026-11-29T04:05:06.000Z'])
  expect(of('feed/author/name')).toEqual(['一练'])
  expect(of('feed/entry/id')).toEqual(['urn:uuid:a', 'urn:uuid:b'])
  // A day begins where the exam is.
  expect(of('feed/entry/published')[0]).toBe('2026-11-28T16:00:00.000Z')
  expect(of('feed/entry/content')[0]).toBe('<p>正文 &amp; 更多</p>')
  const links = attributes.filter((one) => one.name === 'link').map(({ rel, href }) => [rel, href])
  expect(links).toEqual([
    ['self', 'https://example.com/api/v1/news/feed?kind=policy&region=hubei'],
    ['alternate', 'https://example.com/news'],
    ['alternate', 'https://example.com/news/a'],
    ['alternate', 'https://example.com/news/b'],
  ])
})

test('hostile text stays text, and the document well-formed', () => {
  const { of, attributes } = read(feed([entry('a', { title: hostile, summary: hostile, html: hostile })], `"><x y="`))
  const kept = ']]></title><script>alert("1")</script>&amp;<!-- \ufffd \' 𠮷 '
  expect(of('feed/entry/title')).toEqual([kept])
  expect(of('feed/entry/summary')).toEqual([kept])
  expect(of('feed/entry/content')).toEqual([kept])
  expect(attributes.map((one) => one.name)).not.toContain('script')
  expect(attributes.map((one) => one.name)).not.toContain('x')
})

test('a feed without news is one too', () => {
  expect(read(feed([])).of('feed/title')).toEqual(['资讯'])
  expect(escapeXml('')).toBe('')
})
