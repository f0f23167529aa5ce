import { env } from '../env'
import { Refusal } from '../errors'

/**
 * A change must come from our own pages. Browsers say where a request comes from in a header that no page can forge;
 * a request without either header is no browser's, and carries no cookie that somebody else could abuse.
 */
export function requireSameOrigin(request: Request) {
  // A bearer token is sent by a program on purpose; no page can make a browser send one elsewhere.
  if (request.headers.has('authorization')) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site && !['same-origin', 'none'].includes(site)) throw new Refusal('wrong-origin')
  if (!origin) {
    if (!site && request.headers.has('cookie')) throw new Refusal('wrong-origin')
    return
  }
  const host = request.headers.get('host') ?? ''
  const allowed = [`http://${host}`, `https://${host}`, new URL(env().PUBLIC_URL).origin]
  if (!allowed.includes(origin)) throw new Refusal('wrong-origin')
}

/** A body as text. @throws Refusal `too-large` */
export async function textBody(request: Request, maxBytes: number): Promise<string> {
  const length = request.headers.get('content-length')
  if (length !== null) {
    if (Number(length) > maxBytes) throw new Refusal('too-large')
    return request.text()
  }
  // Without a length the bytes are counted as they come.
  const decoder = new TextDecoder('utf-8')
  let size = 0
  let text = ''
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw new Refusal('too-large')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** @throws Refusal `wrong-media-type`, `too-large`, `malformed-json` */
export async function jsonBody(request: Request, maxBytes: number): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('wrong-media-type')
  const text = await textBody(request, maxBytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal('malformed-json', { cause: error })
  }
}
