import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { Samples } from './client'

const headEnd = '\r\n\r\n'

/** How many bytes a reply has in all, and its status; null while its head is not there yet. */
function lengthOf(start: Buffer): { status: number; bytes: number } | null {
  const end = start.indexOf(headEnd)
  if (end < 0) return null
  const head = start.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (!length) throw new Error(`a file without its length:\n${head}`)
  return { status: Number(head.slice(9, 12)), bytes: end + headEnd.length + Number(length) }
}

/** Asks again and again on one connection until the time is over; what was begun is read to its end. */
function readOn(socket: Socket, bytes: Buffer, until: number, samples: Samples): Promise<void> {
  return new Promise((resolve, reject) => {
    let [sentAt, read] = [0, 0]
    let start = Buffer.alloc(0)
    let whole: ReturnType<typeof lengthOf> = null
    const ask = () => {
      if (performance.now() >= until) return resolve()
      ;[sentAt, read, whole, start] = [performance.now(), 0, null, Buffer.alloc(0)]
      socket.write(bytes)
    }
    socket.on('data', (chunk: Buffer) => {
      read += chunk.length
      if (!whole) {
        start = Buffer.concat([start, chunk])
        whole = lengthOf(start)
      }
      if (!whole || read < whole.bytes) return
      samples.latenciesMs.push(performance.now() - sentAt)
      samples.statuses.set(whole.status, (samples.statuses.get(whole.status) ?? 0) + 1)
      ask()
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the server closed the connection')))
    ask()
  })
}

/**
 * Reads a large file whole, over and over, by `connections` at once. Its bytes are counted and thrown away: the client shares
 * the machine with the server, and must not be what is measured.
 */
export async function readWhole(port: number, bytes: Buffer, connections: number, seconds: number): Promise<Samples> {
  const samples: Samples = { seconds: 0, latenciesMs: [], statuses: new Map() }
  const sockets = Array.from({ length: connections }, () => connect({ port, host: '127.0.0.1', noDelay: true }))
  const startedAt = performance.now()
  try {
    await Promise.all(sockets.map((socket) => readOn(socket, bytes, startedAt + seconds * 1000, samples)))
  } finally {
    samples.seconds = (performance.now() - startedAt) / 1000
    for (const socket of sockets) socket.removeAllListeners('close').destroy()
  }
  return samples
}
