import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string; subject: string; text: string; messageId: string; raw: string }

const headerOf = (head: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replaceAll(/\n[ \t]+/g, ' ') ?? ''

/** Words in a header: =?UTF-8?B?…?= and =?UTF-8?Q?…?=. */
const decodedWords = (text: string) =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(body, 'base64').toString() : fromQuoted(body.replaceAll('_', ' ')),
    )

function fromQuoted(text: string): string {
  const bytes = text
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

function textOf(head: string, body: string): string {
  const encoding = headerOf(head, 'content-transfer-encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? fromQuoted(body) : body
}

/** A mail as a person reads it: ours are of one part, plain text. */
export function readMail(raw: string, to = ''): Received {
  const lines = raw.replaceAll('\r\n', '\n')
  const at = lines.indexOf('\n\n')
  const head = lines.slice(0, at)
  return {
    to: to || headerOf(head, 'to'),
    subject: decodedWords(headerOf(head, 'subject')),
    text: textOf(head, lines.slice(at + 2)),
    messageId: headerOf(head, 'message-id'),
    raw,
  }
}

/** What stands behind # in the link of a mail. */
export const tokenIn = ({ text }: Pick<Received, 'text'>) => /#([\w-]{43})/.exec(text)?.[1] ?? ''

/** A real SMTP server on loopback that keeps what it gets. */
export class Mailbox {
  readonly mails: Received[] = []
  /** Set to refuse mails as a server that is in trouble does. */
  trouble = false
  /** Addresses that it does not know. */
  readonly unknown = new Set<string>()
  private readonly waiting: (() => void)[] = []
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) =>
      done(this.unknown.has(address) ? Object.assign(new Error('unknown'), { responseCode: 550 }) : undefined),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (this.trouble) return done(Object.assign(new Error('busy'), { responseCode: 451 }))
        const to = session.envelope.rcptTo[0]?.address ?? ''
        this.mails.push(readMail(Buffer.concat(chunks).toString(), to))
        for (const wake of this.waiting.splice(0)) wake()
        done()
      })
    },
  })

  async open(): Promise<string> {
    // A sender that is killed in the middle is no fault of the mailbox.
    this.server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') throw error
    })
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const { port } = this.server.server.address() as AddressInfo
    return `smtp://127.0.0.1:${port}`
  }

  /** The latest mail to an address, as soon as there are `count` of them. A test's own timeout ends the wait. */
  async to(address: string, count = 1): Promise<Received> {
    for (;;) {
      const theirs = this.mails.filter((mail) => mail.to === address)
      const last = theirs.at(-1)
      if (last && theirs.length >= count) return last
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  /** When so many mails have come in all. A test's own timeout ends the wait. */
  async received(count: number): Promise<void> {
    while (this.mails.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve))
  }

  close = () => new Promise<void>((resolve) => this.server.close(() => resolve()))
}
