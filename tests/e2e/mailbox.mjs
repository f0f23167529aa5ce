// A real SMTP server on loopback for the server under test, and a page next door where the tests read what came in.
import { createServer } from 'node:http'
import { SMTPServer } from 'smtp-server'

/** @returns the address for SMTP_URL. The mails, as they came, are a JSON list at `readAt` on loopback. */
export async function openMailbox(readAt) {
  const mails = []
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  // A server that is killed in the middle is no fault of the mailbox.
  smtp.on('error', (error) => {
    if (error.code !== 'ECONNRESET') throw error
  })
  await new Promise((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const reader = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(mails))
  })
  await new Promise((resolve) => reader.listen(readAt, '127.0.0.1', resolve))
  const close = () => {
    smtp.close()
    reader.close()
  }
  return { url: `smtp://127.0.0.1:${smtp.server.address().port}`, close }
}
