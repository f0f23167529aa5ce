import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'

/** One request, ready to be written; `done` hears the reply. */
export type Shot = { bytes: Buffer; done?: (status: number, reply: Buffer) => void }

export type Samples = { seconds: number; latenciesMs: number[]; statuses: Map<number, number> }

type Parts = { method?: string; path: string; headers?: Record<string, string>; body?: string }

/** The bytes of a request as a browser of the site would send it. */
export function request(port: number, { method = 'GET', path, headers = {}, body }: Parts): Buffer {
  const host = `localhost:${port}`
  const all = {
    host,
    connection: 'keep-alive',
    ...(method !== 'GET' && { origin: `http://${host}` }),
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` }),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`)
}

const headEnd = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('0\r\n\r\n')

/** The status of a reply once all of it is there. */
function statusOf(reply: Buffer): number | undefined {
  const end = reply.indexOf(headEnd)
  if (end < 0) return undefined
  const head = reply.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const whole = length
    ? reply.length >= end + 4 + Number(length)
    : !/\r\ntransfer-encoding: chunked/i.test(head) || reply.subarray(-5).equals(lastChunk)
  return whole ? Number(head.slice(9, 12)) : undefined
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('connect', () => resolve(socket)).once('error', reject)
  })
}

/** Sends shots one after the other on one connection until there are none. */
function fire(socket: Socket, next: () => Shot | undefined, samples: Samples): Promise<void> {
  return new Promise((resolve, reject) => {
    let shot: Shot | undefined
    let sentAt = 0
    let reply: Buffer = Buffer.alloc(0)
    const send = () => {
      shot = next()
      if (!shot) return resolve()
      reply = Buffer.alloc(0)
      sentAt = performance.now()
      socket.write(shot.bytes)
    }
    socket.on('data', (chunk) => {
      reply = reply.length > 0 ? Buffer.concat([reply, chunk]) : chunk
      const status = statusOf(reply)
      if (status === undefined) return
      samples.latenciesMs.push(performance.now() - sentAt)
      samples.statuses.set(status, (samples.statuses.get(status) ?? 0) + 1)
      shot?.done?.(status, reply)
      send()
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the server closed the connection')))
    send()
  })
}

/**
 * Sends shots over `connections` kept-alive connections, each waiting for its reply before it sends the next.
 * A bare socket and no HTTP library: the client shares the machine with the server, so it must cost next to nothing.
 */
export async function load(port: number, connections: number, next: () => Shot | undefined): Promise<Samples> {
  const samples: Samples = { seconds: 0, latenciesMs: [], statuses: new Map() }
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)))
  const startedAt = performance.now()
  try {
    await Promise.all(sockets.map((socket) => fire(socket, next, samples)))
  } finally {
    samples.seconds = (performance.now() - startedAt) / 1000
    for (const socket of sockets) socket.removeAllListeners('close').destroy()
  }
  return samples
}

/**
 * Sends each of some shots at its moment, whether those before were answered or not: what is late is counted from when it
 * should have been sent.
 * @param enough asked before each
 */
export async function atRate(
  port: number,
  perSecond: number,
  shots: readonly Shot[],
  enough: () => boolean,
): Promise<Samples> {
  const samples: Samples = { seconds: 0, latenciesMs: [], statuses: new Map() }
  const idle = await Promise.all(Array.from({ length: 8 }, () => opened(port)))
  const every = [...idle]
  const startedAt = performance.now()
  const underWay: Promise<void>[] = []
  for (const [index, shot] of shots.entries()) {
    const due = startedAt + (index * 1000) / perSecond
    await delay(Math.max(0, due - performance.now()))
    if (enough()) break
    const socket = idle.pop() ?? (await opened(port))
    if (!every.includes(socket)) every.push(socket)
    underWay.push(sendOne(socket, shot, due, samples).then(() => void idle.push(socket)))
  }
  await Promise.all(underWay)
  samples.seconds = (performance.now() - startedAt) / 1000
  for (const socket of every) socket.removeAllListeners('close').destroy()
  return samples
}

async function sendOne(socket: Socket, shot: Shot, due: number, samples: Samples) {
  const own: Samples = { seconds: 0, latenciesMs: [], statuses: samples.statuses }
  await fire(socket, each([shot]), own)
  socket.removeAllListeners()
  samples.latenciesMs.push(performance.now() - due)
}

/** The same request again and again for a time. */
export function repeat(bytes: Buffer, seconds: number): () => Shot | undefined {
  const until = performance.now() + seconds * 1000
  return () => (performance.now() < until ? { bytes } : undefined)
}

/** Each of some shots once. */
export function each(shots: readonly Shot[]): () => Shot | undefined {
  let index = 0
  return () => shots[index++]
}
