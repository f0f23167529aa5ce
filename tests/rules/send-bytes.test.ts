import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, ConnectionError } from '@/components/http'
import { sendBytes, UploadStopped } from '@/components/uploads/send-bytes'

/** The browser's request, in the hands of the test. */
class Request {
  static last: Request
  upload: { onprogress?: (sent: { loaded: number; total: number }) => void } = {}
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  status = 0
  responseText = ''
  opened: string[] = []
  headers: Record<string, string> = {}

  constructor() {
    Request.last = this
  }

  open = (...address: string[]) => this.opened.push(...address)
  setRequestHeader = (name: string, value: string) => {
    this.headers[name] = value
  }
  getResponseHeader = (name: string) => (name === 'retry-after' ? '7' : null)
  send = vi.fn()
  abort = vi.fn(() => this.onabort?.())

  reply(status: number, text: string) {
    this.status = status
    this.responseText = text
    this.onload?.()
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('XMLHttpRequest', Request)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function sending(stallMs?: number) {
  const stop = new AbortController()
  const told: number[] = []
  const done = sendBytes({
    method: 'PUT',
    path: '/uploads/x/parts/0',
    body: new Blob(['bytes']),
    signal: stop.signal,
    onSent: ({ loaded }) => told.push(loaded),
    ...(stallMs !== undefined && { stallMs }),
  })
  return { done, stop, told, request: Request.last }
}

test('bytes leave with what is told of them, and the reply comes back read', async () => {
  const { done, told, request } = sending()
  expect(request.opened).toEqual(['PUT', '/api/v1/uploads/x/parts/0'])
  expect(request.headers).toEqual({ 'content-type': 'application/octet-stream' })
  request.upload.onprogress?.({ loaded: 3, total: 5 })
  request.reply(201, '{"id":"y"}')
  expect(await done).toEqual({ id: 'y' })
  expect(told).toEqual([3])
})

test('no reply at all is one where none is due', async () => {
  const { done, request } = sending()
  request.reply(204, '')
  expect(await done).toBeNull()
})

test('a refusal has its code and how long to wait; a page of a proxy has none', async () => {
  const refused = sending()
  refused.request.reply(429, '{"code":"too-many-requests"}')
  await expect(refused.done).rejects.toMatchObject({ status: 429, code: 'too-many-requests', retryAfterSeconds: 7 })
  const foreign = sending()
  foreign.request.reply(502, '<h1>Bad gateway</h1>')
  const error = await foreign.done.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 502, code: 'internal' })
})

test('a broken line, and a stop, are told apart', async () => {
  const broken = sending()
  broken.request.onerror?.()
  await expect(broken.done).rejects.toBeInstanceOf(ConnectionError)
  const stopped = sending()
  stopped.stop.abort()
  await expect(stopped.done).rejects.toBeInstanceOf(UploadStopped)
  expect(stopped.request.abort).toHaveBeenCalledOnce()
})

test('a line that gives no sign of life counts as broken; one that is slow does not', async () => {
  const { done, request } = sending(30_000)
  const end = done.catch((reason: unknown) => reason)
  for (let loaded = 1; loaded <= 3; loaded++) {
    vi.advanceTimersByTime(29_000)
    request.upload.onprogress?.({ loaded, total: 5 })
  }
  expect(request.abort).not.toHaveBeenCalled()
  vi.advanceTimersByTime(30_000)
  expect(await end).toBeInstanceOf(ConnectionError)
  expect(vi.getTimerCount()).toBe(0)
})
