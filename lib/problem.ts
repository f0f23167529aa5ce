import type { Refusal } from './errors'

/** RFC 9457: an error as `application/problem+json`. `code` is stable; its words are the client's. */
export function problem({ code, status, extra, message }: Refusal): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (extra.retryAfterSeconds) headers.set('retry-after', String(extra.retryAfterSeconds))
  const body = {
    type: `urn:yilian:problem:${code}`,
    title: code,
    status,
    code,
    detail: message,
    ...(extra.errors && { errors: extra.errors }),
    ...(extra.current !== undefined && { current: extra.current }),
  }
  return new Response(JSON.stringify(body), { status, headers })
}
