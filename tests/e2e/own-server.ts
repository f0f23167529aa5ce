import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from './fixtures'

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A server that a test may kill: the production build on a database of its own. */
export class OwnServer {
  private process: ChildProcess | undefined
  readonly folder = mkdtempSync(join(tmpdir(), 'yilian-own-'))
  readonly file = join(this.folder, 'yilian.db')
  readonly outbox = join(this.folder, 'outbox')

  private constructor(
    readonly port: number,
    private readonly more: Record<string, string>,
  ) {}

  /** A seeded database, and no server yet. @param more of its environment */
  static async seeded(more: Record<string, string> = {}): Promise<OwnServer> {
    const server = new OwnServer(await freePort(), more)
    for (const command of ['migrate', 'seed']) server.yilian([command])
    return server
  }

  /** The command line of the product, on this server's database, whether the server runs or not. */
  yilian(words: readonly string[], input = '') {
    const { status, stderr } = spawnSync('node_modules/.bin/tsx', ['bin/yilian.ts', ...words], { env: this.env, input })
    if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`)
  }

  private get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      DATABASE_URL: `file:${this.file}`,
      AUTH_SECRET: 'a secret for the browser tests alone, used nowhere else',
      THROTTLE_FACTOR: '1000',
      // Guests are counted by address; every candidate comes from another one.
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'warn',
      PUBLIC_URL: this.url(''),
      OUTBOX_FOLDER: this.outbox,
      STORAGE_FOLDER: join(this.folder, 'files'),
      ...this.more,
    }
  }

  readonly url = (path: string) => `http://localhost:${this.port}${path}`

  /** Up, and ready for traffic. How fast is for the bench to say: here a busy machine must not fail the suite. */
  async start() {
    this.process = fork('bin/serve.mjs', { env: this.env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    await expect.poll(this.readiness, { timeout: 30_000, intervals: [50] }).toBe(200)
  }

  /** What /readyz says; `refused` when nobody listens. */
  readonly readiness = () =>
    fetch(this.url('/readyz')).then(
      (reply) => reply.status,
      () => 'refused' as const,
    )

  /** Sends a signal. @returns how the process ended, once it has. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ code: number | null; signal: string | null }> {
    const { process } = this
    if (!process) throw new Error('no server runs')
    this.process = undefined
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
      process.once('exit', (code, by) => resolve({ code, signal: by }))
    })
    process.kill(signal)
    return ended
  }

  async clear() {
    if (this.process) await this.end('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Somebody who answers over the API, as fast as the server lets them. */
export class Candidate {
  private cookie = ''
  private readonly address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
  constructor(private readonly server: OwnServer) {}

  /** @throws TypeError when the server is not there, or goes away before it has answered. */
  async send(method: string, path: string, body?: unknown) {
    const reply = await fetch(this.server.url(`/api/v1${path}`), {
      method,
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': this.address,
        origin: this.server.url(''),
        cookie: this.cookie,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    this.cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? this.cookie
    const text = await reply.text()
    return { status: reply.status, body: text ? JSON.parse(text) : null }
  }

  /** A guest with a begun set. @returns the attempt and its questions. */
  async begin(subject: string) {
    expect((await this.send('POST', '/guest')).status).toBe(204)
    const id = randomUUID()
    const { status, body } = await this.send('POST', '/attempts', { id, mode: 'daily', subject })
    expect(status).toBe(200)
    return { id, questions: body.questions as { id: string; options: { id: string }[] }[] }
  }

  /** The lines of a request as they go over a socket. */
  head(method: string, path: string, length: number) {
    const { port } = this.server
    return [
      `${method} /api/v1${path} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      `origin: http://127.0.0.1:${port}`,
      `cookie: ${this.cookie}`,
      'content-type: application/json',
      `content-length: ${length}`,
      '\r\n',
    ].join('\r\n')
  }
}
