import type { NextApiRequest, NextApiResponse } from 'next'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { reply } from '@/lib/http/reply'
import { textBody } from '@/lib/http/request'
import { sessionCookie } from '@/lib/session'
import { addressHere } from './options'

const maxBytes = 16 * 1024

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') return {}
  const text = await textBody(request, maxBytes)
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return Object.fromEntries(new URLSearchParams(text))
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (error) {
    throw new Refusal('malformed-json', { cause: error })
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    if (error instanceof URIError) return value
    throw error
  }
}

/** next-auth takes every cookie whose name begins like the session's for a part of it. */
const isOfOthers = (name: string) => name.startsWith(sessionCookie()) && name !== sessionCookie()

function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at < 1 || isOfOthers(name)) return []
    const value = decoded(pair.slice(at + 1).trim())
    return [[name, name.endsWith('next-auth.callback-url') ? addressHere(value) : value]]
  })
  return Object.fromEntries(pairs)
}

/** Where to go on afterwards stays on this site, wherever it is named. */
const here = (fields: Record<string, unknown>) =>
  'callbackUrl' in fields ? { ...fields, callbackUrl: addressHere(String(fields.callbackUrl)) } : fields

/** A request as next-auth reads it. Links and redirects are made from PUBLIC_URL, whatever host was asked for. */
export async function asNextRequest(request: Request, path: readonly string[]): Promise<NextApiRequest> {
  const home = new URL(env().PUBLIC_URL)
  // What is added to the address of signing in would be passed on to the provider.
  const isLeaving = path[0] === 'signin' && request.method === 'POST'
  const asked = isLeaving ? {} : Object.fromEntries(new URL(request.url).searchParams)
  const given = {
    method: request.method,
    query: { ...here(asked), nextauth: path },
    body: here(await bodyOf(request)),
    headers: { host: home.host, 'x-forwarded-proto': home.protocol.slice(0, -1) },
    cookies: cookiesOf(request),
  }
  return given as unknown as NextApiRequest
}

/** Takes down what next-auth answers. */
export class Answer {
  private code = 200
  private body: string | null = null
  private readonly headers = new Map<string, string | string[]>()

  status = (code: number) => {
    this.code = code
    return this
  }
  getHeader = (name: string) => this.headers.get(name.toLowerCase())
  setHeader = (name: string, value: string | string[]) => {
    this.headers.set(name.toLowerCase(), value)
    return this
  }
  json = (value: unknown) => {
    this.setHeader('content-type', 'application/json')
    this.body = JSON.stringify(value)
  }
  send = (value: unknown) => (typeof value === 'string' ? this.end(value) : this.json(value))
  end = (text?: string) => {
    this.body = text ?? null
  }

  asNextResponse = () => this as unknown as NextApiResponse

  response() {
    const headers = new Headers({ 'cache-control': 'no-store' })
    for (const [name, value] of this.headers)
      for (const one of [value].flat()) name === 'set-cookie' ? headers.append(name, one) : headers.set(name, one)
    const init = { status: this.code, headers }
    return this.body === null ? new Response(null, init) : reply(this.body, init)
  }
}
