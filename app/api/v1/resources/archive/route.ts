import { createHash } from 'node:crypto'
import { z } from 'zod'
import { firstExam } from '@/domain/exams/queries'
import { writeZip } from '@/domain/formats/zip'
import { text } from '@/domain/questions/input'
import { listLevelFiles, type ResourceFile } from '@/domain/resources/queries'
import { Refusal } from '@/lib/errors'
import { attachment } from '@/lib/http/attachment'
import { isUnchanged } from '@/lib/http/unchanged'
import { route } from '@/lib/route'
import { resourceKey, storage } from '@/lib/storage/storage'

async function entryOf({ title, edition, hash }: ResourceFile) {
  const bytes = await storage().read(resourceKey(hash))
  if (!bytes) throw new Refusal('not-found')
  return [`${title}（${edition}版）.pdf`, bytes] as const
}

export const GET = route(
  {
    summary: 'All study material of a level as one ZIP',
    auth: 'none',
    query: z.strictObject({ level: text(40) }),
    output: z.string(),
    media: 'application/zip',
    refusals: ['not-found'],
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ query: { level }, request, headers }) => {
    const exam = await firstExam()
    const found = exam.levels.find((one) => one.slug === level)
    if (!found) throw new Refusal('not-found')
    const title = found.title['zh-CN'] ?? found.slug
    const files = await listLevelFiles(exam.slug, level)
    const etag = `"${createHash('sha256')
      .update(files.map((one) => one.hash).join())
      .digest('hex')
      .slice(0, 32)}"`
    headers.set('etag', etag)
    headers.set('cache-control', 'public, max-age=300, no-transform')
    if (isUnchanged(request, headers)) return new Response(null, { status: 304, headers })
    const entries = await Promise.all(files.map(entryOf))
    const bytes = await writeZip(entries)
    return attachment({ bytes, mime: 'application/zip', name: `一练${title}资料`, extension: 'zip' }, headers)
  },
)
