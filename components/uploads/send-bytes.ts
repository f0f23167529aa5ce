import { ApiError, ConnectionError } from '@/components/http'

/** Whoever uploads thought better of it. */
export class UploadStopped extends Error {}

export type Sent = { loaded: number; total: number }

type Sending = {
  method: 'POST' | 'PUT'
  /** Under /api/v1. */
  path: string
  /** A form goes as it is; a part of a file as bytes. */
  body: FormData | Blob
  onSent: (sent: Sent) => void
  signal: AbortSignal
  /** After so long without a sign of life the line counts as broken; browsers alone may wait for many minutes. */
  stallMs?: number
}

function refusalOf(request: XMLHttpRequest): ApiError {
  const problem = parse(request.responseText)
  const code = typeof problem === 'object' && problem && 'code' in problem ? String(problem.code) : 'internal'
  const wait = request.getResponseHeader('retry-after')
  return new ApiError(request.status, code, null, wait === null ? null : Number(wait))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's page of its own, say, or nothing at all: what is known is the status.
    return null
  }
}

/**
 * Sends to our API, telling how much has left; fetch tells nothing of it yet, so this is the older way.
 * @returns the reply as it was read, null when there was none
 * @throws ApiError when it was refused, ConnectionError when it did not get through, UploadStopped after `signal`
 */
export function sendBytes({ method, path, body, onSent, signal, stallMs }: Sending): Promise<unknown> {
  const request = new XMLHttpRequest()
  const stop = () => request.abort()
  const watch = watchdog(stallMs, stop)
  const done = new Promise<unknown>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => {
      watch.alive()
      onSent({ loaded, total })
    }
    request.onerror = () => reject(new ConnectionError('no connection'))
    request.onabort = () => reject(watch.barked() ? new ConnectionError('stalled') : new UploadStopped('stopped'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(parse(request.responseText))
      else reject(refusalOf(request))
    }
  })
  if (signal.aborted) return Promise.reject(new UploadStopped('stopped'))
  signal.addEventListener('abort', stop)
  request.open(method, `/api/v1${path}`)
  if (body instanceof Blob) request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(body)
  watch.alive()
  return done.finally(() => {
    watch.end()
    signal.removeEventListener('abort', stop)
  })
}

/** Calls once `ms` have gone by since the last sign of life; never without `ms`. */
function watchdog(ms: number | undefined, call: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasBarked = false
  const end = () => clearTimeout(timer)
  const alive = () => {
    end()
    if (ms === undefined) return
    timer = setTimeout(() => {
      hasBarked = true
      call()
    }, ms)
  }
  return { alive, end, barked: () => hasBarked }
}
