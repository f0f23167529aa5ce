import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import S3rver from 's3rver'
import type { S3Settings } from '@/lib/storage/s3'

export type S3Server = {
  settings: S3Settings
  /** Connections that are open. */
  sockets: Set<Socket>
  /** Every connection is broken off from now on. @returns what has it answer again */
  goAway: () => () => void
  close: () => Promise<void>
}

/** A server on loopback that speaks S3, with one bucket, and files of its own. */
export async function startS3(): Promise<S3Server> {
  const directory = `.cache/test-s3/${randomUUID()}`
  mkdirSync(directory, { recursive: true })
  const bucket = 'yilian'
  const configureBuckets = [{ name: bucket, configs: [] }]
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets })
  const { port } = (await server.run()) as AddressInfo
  const sockets = new Set<Socket>()
  let away = false
  server.httpServer.on('connection', (socket: Socket) => {
    if (away) return socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const settings = {
    ...{ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket, pathStyle: true },
    ...{ accessKey: 'S3RVER', secretKey: 'S3RVER' },
  }
  const goAway = () => {
    away = true
    for (const socket of sockets) socket.destroy()
    return () => {
      away = false
    }
  }
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
  return { settings, sockets, goAway, close }
}
