import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { GET as authGet, POST as authPost } from '@/app/api/auth/[...nextauth]/route'
import { routes } from '@/app/api/v1/openapi.json/routes'
import { write } from '@/db/client'
import { users } from '@/db/schema'
import { openSession } from '@/domain/sessions/commands'
import type { Role } from '@/domain/users/input'
import { hashPassword } from '@/lib/auth/passwords'
import type { Handler } from '@/lib/route'
import { hashToken, newToken } from '@/lib/session'

export const origin = 'http://localhost:3000'

/** The path of a request against the templates of the API: its handler and parameters. */
function resolve(method: string, path: string): { handler: Handler; params: Record<string, string> } {
  for (const [template, methods] of Object.entries(routes)) {
    const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    const found = pattern.exec(path)
    const handler = (methods as Record<string, Handler | undefined>)[method]
    if (found && handler) {
      const values = Object.entries({ ...found.groups }).map(([name, value]) => [name, decodeURIComponent(value)])
      return { handler, params: Object.fromEntries(values) }
    }
  }
  throw new Error(`no handler for ${method} ${path}`)
}

export type Reply<T = unknown> = { status: number; body: T; headers: Headers; text: string }

/** A browser: one cookie jar, calling handlers as functions. @param address where its requests come from. */
export class Browser {
  readonly jar = new Map<string, string>()

  constructor(private readonly address?: string) {}

  private get always(): Record<string, string> {
    return { host: 'localhost:3000', ...(this.address && { 'x-client-address': this.address }) }
  }

  get cookie() {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  set cookie(text: string) {
    this.jar.clear()
    for (const pair of text.split('; ').filter(Boolean)) this.keep(pair)
  }

  /** Does with a Set-Cookie header what a browser does. */
  keep(header: string) {
    const [pair = '', ...attributes] = header.split(/; ?/)
    const at = pair.indexOf('=')
    const gone = attributes.some((one) => /^max-age=0$/i.test(one) || /^expires=.*1970/i.test(one))
    if (gone) this.jar.delete(pair.slice(0, at))
    else this.jar.set(pair.slice(0, at), pair.slice(at + 1))
  }

  async send<T = unknown>(
    method: string,
    path: string,
    init: {
      body?: unknown
      raw?: string | Uint8Array<ArrayBuffer>
      form?: FormData
      headers?: Record<string, string>
    } = {},
  ): Promise<Reply<T>> {
    const url = new URL(`/api/v1${path}`, origin)
    const { handler, params } = resolve(method, url.pathname)
    const text = init.raw ?? (init.body === undefined ? undefined : JSON.stringify(init.body))
    const headers = new Headers({
      ...this.always,
      ...(method === 'GET' ? {} : { origin }),
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      ...(this.cookie && { cookie: this.cookie }),
      ...init.headers,
    })
    const body = init.form ?? text
    const response = await handler(new Request(url, { method, headers, body }), { params: Promise.resolve(params) })
    return this.read<T>(response)
  }

  private async read<T>(response: Response): Promise<Reply<T>> {
    for (const planted of response.headers.getSetCookie()) this.keep(planted)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return {
      status: response.status,
      body: (isJson && text ? JSON.parse(text) : undefined) as T,
      headers: response.headers,
      text,
    }
  }

  /** A request to next-auth: `path` is what follows /api/auth/, a body is sent as JSON. */
  async auth<T = unknown>(
    method: 'GET' | 'POST',
    path: string,
    init: { body?: unknown; raw?: string; headers?: Record<string, string> } = {},
  ): Promise<Reply<T>> {
    const url = new URL(`/api/auth/${path}`, origin)
    const headers = new Headers({
      ...this.always,
      ...(method === 'POST' ? { origin, 'content-type': 'application/json' } : {}),
      ...(this.cookie && { cookie: this.cookie }),
      ...init.headers,
    })
    const body = init.raw ?? (init.body === undefined ? undefined : JSON.stringify(init.body))
    const nextauth = url.pathname.split('/').slice(3)
    const handler = method === 'GET' ? authGet : authPost
    return this.read<T>(
      await handler(new Request(url, { method, headers, body }), { params: Promise.resolve({ nextauth }) }),
    )
  }

  /** A POST with the token against forgery, as the page makes it. */
  async authPost<T = { url: string }>(path: string, body: object = {}, headers: Record<string, string> = {}) {
    const { csrfToken } = (await this.auth<{ csrfToken: string }>('GET', 'csrf', { headers })).body
    return this.auth<T>('POST', path, { body: { csrfToken, json: 'true', ...body }, headers })
  }

  /** Signs in as the page does it. */
  signIn = (email: string, password: string, code?: string) =>
    this.authPost<{ url: string; code: string }>('callback/credentials', { email, password, ...(code && { code }) })

  /** Sends a form; a `File` among its fields is uploaded. */
  async form<T = unknown>(path: string, fields: Record<string, string | File>): Promise<Reply<T>> {
    const url = new URL(`/api/v1${path}`, origin)
    const { handler, params } = resolve('POST', url.pathname)
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    const headers = new Headers({ ...this.always, origin, ...(this.cookie && { cookie: this.cookie }) })
    const request = new Request(url, { method: 'POST', headers, body })
    return this.read<T>(await handler(request, { params: Promise.resolve(params) }))
  }

  get = <T = unknown>(path: string) => this.send<T>('GET', path)
  post = <T = unknown>(path: string, body?: unknown) => this.send<T>('POST', path, { body })
  put = <T = unknown>(path: string, body?: unknown) => this.send<T>('PUT', path, { body })
  patch = <T = unknown>(path: string, body?: unknown) => this.send<T>('PATCH', path, { body })
  delete = <T = unknown>(path: string, body?: unknown) => this.send<T>('DELETE', path, { body })
}

/** A browser that has begun as a guest. */
export async function guest(): Promise<Browser> {
  const browser = new Browser()
  await browser.post('/guest')
  return browser
}

/** A browser that is signed in. */
export class Member extends Browser {
  constructor(
    readonly id: string,
    readonly email: string,
  ) {
    super()
  }
}

/**
 * A member with a confirmed address, signed in in a browser, put straight into the database: the password is hashed only
 * when one is given. Admins have a second factor in force, or they may do nothing.
 */
export async function member({
  email = `${randomUUID()}@example.com`,
  role = 'learner',
  totp = role === 'admin',
  ...init
}: {
  email?: string
  role?: Role
  subjects?: string[] | null
  password?: string
  totp?: boolean
} = {}): Promise<Member> {
  const now = new Date()
  const [id, token] = [randomUUID(), newToken()]
  const passwordHash = init.password === undefined ? null : await hashPassword(init.password)
  const totpConfirmedAt = totp ? now : null
  await write(async (tx) => {
    const person = { id, kind: 'member' as const, email, role, subjects: init.subjects ?? null }
    await tx.insert(users).values({ ...person, passwordHash, totpConfirmedAt, createdAt: now })
    await openSession(tx, { userId: id, tokenHash: hashToken(token), device: 'Chrome · Linux' }, now)
  })
  const browser = new Member(id, email)
  browser.jar.set('session', token)
  return browser
}

/** Sets the server's clock: `new Date()` alone; timers go on. */
export function clockAt(instant: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) })
}

export { randomUUID }
