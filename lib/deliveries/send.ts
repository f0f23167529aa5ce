import { type Channel, channels } from '@/domain/deliveries/channels'
import { type Due, noteFailed, noteSent, takeDue } from '@/domain/deliveries/commands'
import { log } from '../log'
import { mailSender } from './mail'
import { pushSender } from './push'
import { smsSender } from './sms'
import { type Sender, Undelivered } from './undelivered'

const senders: Record<Channel, Sender> = { mail: mailSender, push: pushSender, sms: smsSender }

/** So many are leased in one transaction. */
const atOnce = 40
/** What has lain in the own hands for a minute may be somebody else's before it is handed over: it is left. */
const freshMs = 60_000

/**
 * Notes what was sent, several at a time: while one transaction is written, the next ones gather. Whoever notes goes on only
 * when it is written, so that a crash repeats at most what was in a hand.
 */
function notes() {
  let gathered: Due[] = []
  let written = Promise.resolve()
  const write = async () => {
    const some = gathered
    gathered = []
    if (some.length > 0) await noteSent(some, new Date())
  }
  return (due: Due) => {
    gathered.push(due)
    written = written.then(write)
    return written
  }
}

async function failed(due: Due, error: unknown) {
  const { fault, wishedMs } = error instanceof Undelivered ? error : { fault: 'unexpected', wishedMs: 0 }
  const again = await noteFailed(due, fault, wishedMs, new Date())
  const { id, channel, purpose, tries } = due
  const unexpected = error instanceof Undelivered ? {} : { err: error }
  log().error(
    { delivery: id, channel, purpose, tries, fault, ...unexpected },
    again ? 'not delivered; tried again' : 'delivery given up',
  )
}

async function sendOne(due: Due, sender: Sender, note: (due: Due) => Promise<void>) {
  try {
    await sender.send(due)
  } catch (error) {
    await failed(due, error)
    return
  }
  await note(due)
}

const isFresh = ({ leaseUntil }: Due) => leaseUntil.getTime() - Date.now() > freshMs

async function sendChannel(channel: Channel) {
  const sender = senders[channel]
  const note = notes()
  for (;;) {
    const taken = await takeDue(channel, atOnce, new Date())
    if (taken.length === 0) return
    const hand = async () => {
      for (let due = taken.shift(); due; due = taken.shift()) if (isFresh(due)) await sendOne(due, sender, note)
    }
    await Promise.all(Array.from({ length: sender.hands() }, hand))
  }
}

let running: Promise<void> | undefined
let again = false

async function sendAll() {
  try {
    do {
      again = false
      await Promise.all(channels.map(sendChannel))
    } while (again)
  } finally {
    for (const sender of Object.values(senders)) sender.rest?.()
  }
}

/** Sends what is due, a few at a time by each channel. Called meanwhile, it looks once more before it ends. */
export function sendDue(): Promise<void> {
  again = true
  running ??= sendAll().finally(() => {
    running = undefined
  })
  return running
}

/** The same, off the request: whether there was something to send must not be told by the time an answer takes. */
export function sendSoon() {
  setImmediate(() => {
    sendDue().catch((error) => log().error({ err: error }, 'what is due could not be read; it is tried again'))
  })
}
