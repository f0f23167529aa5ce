import { z } from 'zod'
import { type ErrorCode, Refusal } from '../errors'

/** The bytes of a request as they come. */
export type ByteStream = AsyncGenerator<Buffer, void, undefined>

/** The schema of a body that is bytes: the handler reads it, at most once, and what it leaves unread is let go. */
export const byteStream = () =>
  z
    .custom<ByteStream>((value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value)
    .meta({ type: 'string', format: 'binary' })

const nothing = () => new ReadableStream<Uint8Array>({ start: (empty) => empty.close() })

/**
 * The bytes of a body, counted.
 * @param cutOff what a body that breaks off is refused as
 * @throws Refusal `too-large`
 */
export async function* bodyBytes(request: Request, maxBytes: number, cutOff: ErrorCode): ByteStream {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('too-large')
  const reader = (request.body ?? nothing()).getReader()
  for (let size = 0; ; ) {
    const { value, done } = await reader.read().catch((cause: unknown) => {
      throw new Refusal(cutOff, { detail: 'the request was cut off', cause })
    })
    if (done) return
    size += value.byteLength
    if (size > maxBytes) throw new Refusal('too-large')
    yield Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  }
}

/** A body that is nothing but bytes. @throws Refusal `wrong-media-type`, and, while it is read, `too-large`, `wrong-length` */
export function rawBody(request: Request, maxBytes: number): ByteStream {
  if (!/^application\/octet-stream\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('wrong-media-type')
  return bodyBytes(request, maxBytes, 'wrong-length')
}
