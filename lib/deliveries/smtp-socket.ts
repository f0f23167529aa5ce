import { connect } from 'node:net'

type Options = { host?: string | undefined; port?: number | string | undefined; secure?: boolean | undefined }
type Done = (error: Error | null, opened: unknown) => void

const timeoutMs = 10_000

/**
 * Opens a connection to a mail server on which small writes go at once. A letter is written in several of them, and each would
 * wait for the receipt of the one before: on loopback 48 ms a mail instead of 4.
 */
export function openSocket({ host, port, secure }: Options, done: Done) {
  const socket = connect({ host: host ?? 'localhost', port: Number(port ?? (secure ? 465 : 587)), noDelay: true })
  const late = () => socket.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' }))
  const failed = (error: Error) => done(error, null)
  socket.setTimeout(timeoutMs, late)
  socket.once('error', failed)
  socket.once('connect', () => {
    socket.off('error', failed)
    socket.setTimeout(0)
    socket.off('timeout', late)
    done(null, { connection: socket })
  })
}
