import { Refusal } from '../errors'
import type { Storage } from '../storage/storage'
import { dispositionOf } from './attachment'
import { type Range, rangeIn } from './range'
import { isUnchanged } from './unchanged'

type File = {
  key: string
  hash: string
  bytes: number
  mime: string
  name: string
  extension: string
  changedAt: Date
  /** `private`: for whoever asked alone, and asked for again each time. */
  visibility?: 'public' | 'private'
}

/** Whether what the client has is what there is: weak validators never say so for a part. */
function isStillThat(request: Request, { changedAt }: File, etag: string): boolean {
  const condition = request.headers.get('if-range')
  if (condition === null) return true
  if (condition.startsWith('"')) return condition === etag
  const seconds = Math.floor(changedAt.getTime() / 1000) * 1000
  return Date.parse(condition) === seconds
}

const caching = {
  public: 'public, max-age=300, no-transform',
  private: 'private, no-cache, no-transform',
}

function headersOf({ bytes, mime, name, extension, changedAt, visibility = 'public' }: File, etag: string): Headers {
  return new Headers({
    'content-type': mime,
    'content-disposition': dispositionOf(name, extension),
    'content-length': String(bytes),
    'accept-ranges': 'bytes',
    'cache-control': caching[visibility],
    'last-modified': changedAt.toUTCString(),
    etag,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
}

/**
 * A file from the storage as a download that can be broken off and resumed: ranges, If-Range, If-None-Match (RFC 9110).
 * @throws Refusal `not-found` when the storage has lost it
 */
export async function download(request: Request, file: File, storage: Storage): Promise<Response> {
  const etag = `"${file.hash.slice(0, 32)}"`
  const headers = headersOf(file, etag)
  if (isUnchanged(request, headers)) {
    headers.delete('content-length')
    return new Response(null, { status: 304, headers })
  }
  const asked = rangeIn(request.headers.get('range'), file.bytes)
  const range = asked !== null && isStillThat(request, file, etag) ? asked : null
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.bytes}`)
    headers.set('content-length', '0')
    return new Response(null, { status: 416, headers })
  }
  const found = request.method === 'HEAD' ? null : await storage.stream(file.key, range ?? undefined)
  if (request.method !== 'HEAD' && !found) throw new Refusal('not-found')
  if (range) noteRange(headers, range, file.bytes)
  return new Response(found?.body ?? null, { status: range ? 206 : 200, headers })
}

function noteRange(headers: Headers, { start, end }: Range, size: number) {
  headers.set('content-range', `bytes ${start}-${end}/${size}`)
  headers.set('content-length', String(end - start + 1))
}
