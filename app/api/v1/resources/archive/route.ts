import { createHash } from 'node:crypto'
import { z } from 'zod'
import { firstExam } from '@/domain/exams/queries'
import { text } from '@/domain/questions/input'
import { namesInFolder } from '@/domain/resources/editions'
import { listLevelFiles, type ResourceFile } from '@/domain/resources/queries'
import { Refusal } from '@/lib/errors'
import { dispositionOf } from '@/lib/http/attachment'
import { storedZip, type ZipEntry } from '@/lib/http/stored-zip'
import { isUnchanged } from '@/lib/http/unchanged'
import { route } from '@/lib/route'
import { resourceKey, storage } from '@/lib/storage/storage'

/** Asked before anything is sent: a file that is lost, or a store that is away, is told as such. */
async function requireStored(hash: string) {
  if (!(await storage().find(resourceKey(hash)))) throw new Refusal('not-found')
}

async function opened(hash: string) {
  const found = await storage().stream(resourceKey(hash))
  if (!found) throw new Refusal('not-found')
  return found.body
}

function entriesOf(files: readonly ResourceFile[]): ZipEntry[] {
  const names = namesInFolder(files)
  return files.map(({ hash, bytes, createdAt, format }, at) => ({
    ...{ name: names[at] ?? `${hash}.${format}`, bytes, at: createdAt },
    open: () => opened(hash),
  }))
}

function etagOf(files: readonly ResourceFile[]): string {
  const named = files.map(({ title, edition, hash }) => [title, edition, hash])
  return `"${createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 32)}"`
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
    const files = await listLevelFiles(exam.slug, level)
    headers.set('etag', etagOf(files))
    headers.set('cache-control', 'public, max-age=300, no-transform')
    if (isUnchanged(request, headers)) return new Response(null, { status: 304, headers })
    await Promise.all(files.map(({ hash }) => requireStored(hash)))
    headers.set('content-type', 'application/zip')
    headers.set('content-disposition', dispositionOf(`一练${found.title['zh-CN'] ?? found.slug}资料`, 'zip'))
    if (request.method === 'HEAD') return new Response(null, { headers })
    const { bytes, body } = await storedZip(entriesOf(files))
    headers.set('content-length', String(bytes))
    return new Response(body, { headers })
  },
)
