import { ApiError, api, ConnectionError } from '@/components/http'
import { beginGuest } from '@/components/users/begin-guest'
import { exclusively } from './exclusive'
import { newId } from './new-id'
import { nextRequest, type Request } from './next-request'
import { isPassing, type News, type Notice, type Reply, settle } from './outbox'
import { applySettlement, onStorage, outvotedBy, readOutboxAnew, tidy } from './outbox-store'

/** `offline`: the server was not reached; `refused`: it could not take it now. Both are tried again. */
export type SenderState = 'idle' | 'sending' | 'offline' | 'refused'

/** A request that has not come back by then counts as lost; the server accepts its repetition. */
const requestMs = 10_000
const longestWaitMs = 30_000

type Listener = { onNews: (news: News) => void; onNotice: (notice: Notice) => void; onState: () => void }
const listeners = new Set<Listener>()
let state: SenderState = 'idle'
let failures = 0
let running = false
let again = false
let notBefore = 0
let timer: ReturnType<typeof setTimeout> | undefined
let listening = false

export const senderState = () => state

function become(next: SenderState) {
  if (state === next) return
  state = next
  for (const listener of listeners) listener.onState()
}

/** Keeps sending while anybody is subscribed. */
export function subscribeToSender(listener: Listener): () => void {
  listeners.add(listener)
  if (!listening) {
    listening = true
    tidy(Date.now())
    window.addEventListener('online', retryNow)
    window.addEventListener('storage', onOtherTab)
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && retryNow())
  }
  void flush()
  return () => listeners.delete(listener)
}

/** Another tab has written, or has sent what this one waits for. */
function onOtherTab(event: StorageEvent) {
  if (!onStorage(event)) return
  const outvoted = outvotedBy(event)
  if (outvoted) for (const listener of listeners) listener.onNotice(outvoted)
  if (event.newValue === null) for (const { sendAs } of readOutboxAnew().records) tell({ kind: 'stale', id: sendAs })
  void flush()
}

function tell(news: News) {
  for (const listener of listeners) listener.onNews(news)
}

function retryNow() {
  failures = 0
  void flush()
}

/** Sends what waits, one request at a time, one tab at a time. */
export async function flush(): Promise<void> {
  if (running) {
    again = true
    return
  }
  if (Date.now() < notBefore || !nextRequest(readOutboxAnew())) return
  running = true
  clearTimeout(timer)
  try {
    await exclusively('outbox', sendAll)
  } finally {
    running = false
  }
  if (again) {
    again = false
    void flush()
  }
}

async function sendAll() {
  again = false
  for (let request = nextRequest(readOutboxAnew()); request; request = nextRequest(readOutboxAnew())) {
    if (failures === 0) become('sending')
    const reply = await sendOne(request)
    if (!reply) return
    failures = 0
    const settlement = settle(request, reply, readOutboxAnew(), newId())
    for (const news of settlement.news) tell(news)
    applySettlement(request.attempt, settlement)
    for (const notice of settlement.notices) for (const listener of listeners) listener.onNotice(notice)
  }
  become('idle')
}

/** A definitive reply, or null when it has to be tried again later. */
async function sendOne(request: Request): Promise<Reply | null> {
  try {
    await within(beginGuest(false))
    return { ok: true, body: await callWithGuest(request) }
  } catch (error) {
    if (error instanceof ConnectionError) return later('offline', null)
    if (!(error instanceof ApiError)) throw error
    if (isPassing(error.status) || error.code === 'no-guest') return later('refused', error.retryAfterSeconds)
    return { ok: false, status: error.status, code: error.code, current: error.current }
  }
}

/** The guest may be gone (cookies cleared): then begins another. */
async function callWithGuest({ path, method, body }: Request): Promise<unknown> {
  const call = () => within(api<unknown>(path, { method, ...(body !== undefined && { body }) }))
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'no-guest')) throw error
    await within(beginGuest(true))
    return call()
  }
}

function within<T>(call: Promise<T>): Promise<T> {
  let late: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new ConnectionError('no reply in time')), requestMs)
  })
  return Promise.race([call, timeout]).finally(() => clearTimeout(late))
}

function later(next: 'offline' | 'refused', retryAfterSeconds: number | null): null {
  failures++
  const waitMs = Math.min(longestWaitMs, 500 * 2 ** failures)
  // A server that names a time means it; otherwise whatever the person does next may try at once.
  if (retryAfterSeconds !== null) notBefore = Date.now() + Math.min(retryAfterSeconds, 300) * 1000
  clearTimeout(timer)
  timer = setTimeout(() => void flush(), Math.max(waitMs, notBefore - Date.now()) + 50)
  become(next)
  return null
}
