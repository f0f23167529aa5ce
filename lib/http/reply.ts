/**
 * Next drops the length of whatever a handler answers, and a download without it has no progress bar: it goes under
 * another name, which bin/serve.mjs turns back.
 */
export function keepLength(response: Response): Response {
  const length = response.headers.get('content-length')
  if (length !== null) response.headers.set('x-content-length', length)
  return response
}

/** Below this many bytes a gzip frame is not worth making. */
const worthCompressing = 1024

/**
 * A reply of text. Next compresses whatever is not marked, also a line of JSON, and pays a millisecond of the thread pool
 * for it: it drops Content-Length, so `no-transform` is the mark of a short one.
 */
export function reply(text: string, { status, headers }: { status: number; headers: Headers }): Response {
  if (Buffer.byteLength(text) < worthCompressing) headers.append('cache-control', 'no-transform')
  return new Response(text, { status, headers })
}
