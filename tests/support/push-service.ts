import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import webPush from 'web-push'

export const vapidEnv = () => {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  return { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: 'mailto:post@yilian.example' }
}

/** A browser that takes messages: it alone can read them. */
export class PushBrowser {
  private readonly ecdh = createECDH('prime256v1')
  private readonly secret = randomBytes(16)
  readonly endpoint: string
  constructor(origin: string, name: string) {
    this.ecdh.generateKeys()
    this.endpoint = `${origin}/send/${name}`
  }

  /** As it gives itself to a site. */
  get subscription() {
    const keys = { p256dh: this.ecdh.getPublicKey('base64url'), auth: this.secret.toString('base64url') }
    return { endpoint: this.endpoint, keys }
  }

  get known() {
    return { endpoint: this.endpoint, auth: this.subscription.keys.auth }
  }

  /** RFC 8291 and 8188: salt, size of a record, the sender's key, one record. */
  read(body: Buffer): Record<string, unknown> {
    const salt = body.subarray(0, 16)
    const sender = body.subarray(21, 21 + body.readUInt8(20))
    const sealed = body.subarray(21 + sender.length)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.ecdh.getPublicKey(), sender])
    const shared = hkdfSync('sha256', this.ecdh.computeSecret(sender), this.secret, info, 32)
    const derive = (name: string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(shared), salt, `Content-Encoding: ${name}\0`, bytes))
    const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString())
  }
}

/** What the signature of a server says, once it has been proven right (RFC 8292). */
export function readVapid(authorization = ''): { aud: string; sub: string; exp: number; key: string } {
  const [, jwt = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const [head, claims = '', signature = ''] = jwt.split('.')
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = Buffer.from(`${head}.${claims}`)
  const proof = Buffer.from(signature, 'base64url')
  if (!verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, proof)) throw new Error('not signed')
  return { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), key }
}

export type Pushed = { path: string; headers: IncomingMessage['headers']; body: Buffer }

/** A real service of browsers on loopback, as far as a server sees it. */
export class PushService {
  readonly got: Pushed[] = []
  /** What it answers next, and then 201 again. */
  readonly answers: { status: number; headers?: Record<string, string> }[] = []
  private readonly server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    this.got.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) })
    const { status, headers } = this.answers.shift() ?? { status: 201 }
    response.writeHead(status, headers).end('an answer that nobody needs')
  })

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close = () => new Promise<void>((resolve) => this.server.close(() => resolve()))
}
