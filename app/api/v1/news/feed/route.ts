import { createHash } from 'node:crypto'
import { z } from 'zod'
import { firstExam } from '@/domain/exams/queries'
import { writeFeed } from '@/domain/news/feed'
import { newsFilterSchema } from '@/domain/news/input'
import { listFeed } from '@/domain/news/queries'
import { urnOf } from '@/domain/news/urn'
import { env } from '@/lib/env'
import { isUnchanged } from '@/lib/http/unchanged'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The latest news as an Atom feed, by province and kind; ETag and Last-Modified',
    auth: 'none',
    query: newsFilterSchema,
    output: z.string(),
    media: 'application/atom+xml',
    refusals: ['not-found'],
    limit: { max: 120, windowSeconds: 60 },
  },
  async ({ query, request, headers }) => {
    const exam = await firstExam()
    const { updatedAt, entries } = await listFeed(exam.slug, query)
    const address = (path: string) => new URL(path, env().PUBLIC_URL).href
    const asked = new URLSearchParams(query).toString()
    const text = writeFeed({
      urn: urnOf(`${exam.slug}?${asked}`),
      title: `一练考试资讯 · ${exam.title['zh-CN'] ?? exam.slug}`,
      author: '一练',
      self: address(`/api/v1/news/feed${asked && `?${asked}`}`),
      page: address('/news'),
      timeZone: exam.timeZone,
      ...{ updatedAt, entries },
    })
    headers.set('etag', `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`)
    headers.set('last-modified', updatedAt.toUTCString())
    headers.set('cache-control', 'public, max-age=300, no-transform')
    if (isUnchanged(request, headers)) return new Response(null, { status: 304, headers })
    headers.set('content-type', 'application/atom+xml; charset=utf-8')
    return new Response(text, { headers })
  },
)
