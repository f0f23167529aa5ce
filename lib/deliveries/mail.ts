import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createTransport, type Transporter } from 'nodemailer'
import SmtpPool from 'nodemailer/lib/smtp-pool/index.js'
import type { Due } from '@/domain/deliveries/commands'
import { env } from '../env'
import { log } from '../log'
import { storage } from '../storage/storage'
import { openSocket } from './smtp-socket'
import { type Sender, Undelivered } from './undelivered'

/** Where mails go: to the mail server that SMTP_URL names, or into a folder of this machine. */
export const delivery = () => (env().SMTP_URL ? ('mail' as const) : ('outbox' as const))

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
/** So many mails are on their way at once, each over a connection that goes on with the next. */
const hands = 4
let transporter: Transporter | undefined

/** Made by hand: `createTransport` forgets every other option beside an address. */
const pool = (url: string | undefined) =>
  new SmtpPool({ url, pool: true, maxConnections: hands, maxMessages: 1000, getSocket: openSocket, ...timeouts })

function transport(): Transporter {
  transporter ??= env().SMTP_URL
    ? createTransport(pool(env().SMTP_URL))
    : createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return transporter
}

/** Connections are kept for as long as there is something to send. */
function hangUp() {
  transporter?.close()
  transporter = undefined
}

/** What a mail server answers, as nodemailer tells it. */
type Answer = { code?: string; responseCode?: number; command?: string }

/** What went wrong, without the address it went wrong with. */
function undelivered(error: unknown): Undelivered {
  const { code, responseCode, command } = error as Answer
  const name = error instanceof Error ? error.name : 'unknown'
  const fault = [code ?? name, responseCode, command].filter(Boolean).join(' ')
  // The server knows no such reader. All else may be a fault of ours or theirs that somebody will mend.
  const never = command === 'RCPT TO' && responseCode !== undefined && responseCode >= 550
  return new Undelivered(fault, { never })
}

const links = (text: string) => text.match(/https?:\/\/\S+/g) ?? []

/** Without a mail server somebody has to be able to go on: the operator reads the link in the log, or the file. */
function keep({ id, text }: Due, message: Buffer) {
  const folder = env().OUTBOX_FOLDER
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, `${id}.eml`), message, { mode: 0o600 })
  log().info({ mail: id, links: links(text) }, 'no mail server is set up: the mail is kept in the outbox folder')
}

/** RFC 8058: one click in the mail program, without opening a page. */
const stopHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** The file that goes along, read while it is sent. A letter whose file is gone is still a letter. */
async function attachmentsOf({ id, attachment }: Due) {
  if (!attachment) return []
  const found = await storage().stream(attachment.key)
  if (!found) {
    log().warn({ mail: id, key: attachment.key }, 'the file that should go with a mail is not in the storage')
    return []
  }
  return [{ filename: attachment.name, content: Readable.from(found.body) }]
}

async function handOver(mail: Due) {
  const { id, to, subject, text, stopUrl } = mail
  // The same id at every try, so that a mail that arrives twice is seen to be one.
  const messageId = `<${id}@${new URL(env().PUBLIC_URL).hostname}>`
  const sent = await transport().sendMail({
    from: env().MAIL_FROM,
    to: { name: '', address: to },
    subject,
    text,
    messageId,
    date: mail.createdAt,
    attachments: await attachmentsOf(mail),
    ...(stopUrl && { headers: stopHeaders(stopUrl) }),
  })
  if (!env().SMTP_URL) keep(mail, sent.message as Buffer)
}

/** Mails: over a few connections that stay open as long as there is something to send. */
export const mailSender: Sender = {
  hands: () => (env().SMTP_URL ? hands : 1),
  send: (mail) =>
    handOver(mail).catch((error: unknown) => {
      throw undelivered(error)
    }),
  rest: hangUp,
}
