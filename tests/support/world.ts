import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { routes } from '@/app/api/v1/openapi.json/routes'
import type { Handler } from '@/lib/route'

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

/** A browser: one cookie jar, calling handlers as functions. */
export class Browser {
  readonly jar = new Map<string, string>()

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
    init: { body?: unknown; raw?: string; headers?: Record<string, string> } = {},
  ): Promise<Reply<T>> {
    const url = new URL(`/api/v1${path}`, origin)
    const { handler, params } = resolve(method, url.pathname)
    const body = init.raw ?? (init.body === undefined ? undefined : JSON.stringify(init.body))
    const headers = new Headers({
      host: 'localhost:3000',
      ...(method === 'GET' ? {} : { origin }),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
      ...(this.cookie && { cookie: this.cookie }),
      ...init.headers,
    })
    const response = await handler(new Request(url, { method, headers, body }), { params: Promise.resolve(params) })
    for (const planted of response.headers.getSetCookie()) this.keep(planted)
    const text = await response.text()
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : undefined) as T,
      headers: response.headers,
      text,
    }
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

/** Sets the server's clock: `new Date()` alone; timers go on. */
export function clockAt(instant: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) })
}

export { randomUUID }
