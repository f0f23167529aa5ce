import webPush from 'web-push'
import type { Due } from '@/domain/deliveries/commands'
import { dropBrowser } from '@/domain/reminders/browser-commands'
import { env } from '../env'
import { isPushService } from './push-services'
import { type Sender, Undelivered } from './undelivered'

const timeoutMs = 20_000
/** How long a service keeps it for a browser that is away: a day late it is still of use, tomorrow's practice is not. */
const keptSeconds = 86_400
const practiceSeconds = 3 * 3600

/** The keys by which services of browsers know this server; null when the operator has set none. */
export function vapid() {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = env()
  return publicKey && privateKey && subject ? { publicKey, privateKey, subject } : null
}

/** Encrypts a message for one browser, so that the service between reads nothing of it (RFC 8291), and signs it (RFC 8292). */
function requestOf({ id, purpose, to, keys, subject, text, url }: Due) {
  const vapidDetails = vapid()
  if (!vapidDetails) throw new Undelivered('no VAPID keys')
  if (!keys || !isPushService(to)) throw new Undelivered('unknown push service', { never: true })
  const payload = JSON.stringify({ title: subject, body: text, url, tag: `${purpose}-${id}` })
  const TTL = purpose === 'practice' ? practiceSeconds : keptSeconds
  // Should a try arrive whose answer was lost, the next one takes its place with the service.
  const topic = id.replaceAll('-', '')
  try {
    return webPush.generateRequestDetails({ endpoint: to, keys }, payload, {
      vapidDetails,
      TTL,
      topic,
      urgency: 'normal',
    })
  } catch {
    // A key that is no point of the curve: whatever gave it is no browser.
    throw new Undelivered('keys are wrong', { never: true })
  }
}

/** Seconds, or a date. @returns milliseconds from now; 0 when nothing is said */
function wishedMs(headers: Headers): number {
  const said = headers.get('retry-after')
  if (!said) return 0
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now()
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 86_400_000) : 0
}

async function post(due: Due): Promise<Response> {
  const { method, headers, body } = requestOf(due)
  const said = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string])
  const kept = new Headers(said.filter(([name]) => name.toLowerCase() !== 'content-length'))
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const sent = body && new Uint8Array(body)
    return await fetch(due.to, { method, headers: kept, body: sent, redirect: 'manual', signal })
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined
    throw new Undelivered(cause?.code ?? (error instanceof Error ? error.name : 'unknown'))
  }
}

async function send(due: Due) {
  const answer = await post(due)
  await answer.body?.cancel()
  const { status } = answer
  if (answer.ok) return
  const gone = status === 404 || status === 410
  if (gone) await dropBrowser(due.to, `HTTP ${status}`, new Date())
  const later = status === 429 || status >= 500
  throw new Undelivered(`HTTP ${status}`, { never: !later, wishedMs: wishedMs(answer.headers) })
}

/** Messages to browsers, by the services of their makers. */
export const pushSender: Sender = { hands: () => 8, send }
