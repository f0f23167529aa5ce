import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { env } from '../env'
import { problem, Refusal } from '../errors'
import { log } from '../log'
import { requireSameOrigin } from '../request'
import { authOptions, type Outcome } from './options'

/** What of next-auth may be reached: no page of its own, no log, no update of a session. */
const actions = ['csrf', 'providers', 'session', 'signin', 'callback', 'signout', 'error']
const maxBytes = 16 * 1024

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') return {}
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('too-large')
  const text = await request.text()
  if (text.length > maxBytes) throw new Refusal('too-large')
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return Object.fromEntries(new URLSearchParams(text))
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (error) {
    throw new Refusal('malformed-json', { cause: error })
  }
}

const cookiesOf = (request: Request) =>
  Object.fromEntries(
    (request.headers.get('cookie') ?? '').split(';').flatMap((pair) => {
      const at = pair.indexOf('=')
      return at > 0 ? [[pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())]] : []
    }),
  )

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    if (error instanceof URIError) return value
    throw error
  }
}

/** The request as next-auth reads it. Links and redirects are made from PUBLIC_URL, whatever host was asked for. */
function asNextRequest(request: Request, path: string[], body: Record<string, unknown>) {
  const home = new URL(env().PUBLIC_URL)
  const headers = { host: home.host, 'x-forwarded-proto': home.protocol.slice(0, -1) }
  const query = { ...Object.fromEntries(new URL(request.url).searchParams), nextauth: path }
  return { method: request.method, query, body, headers, cookies: cookiesOf(request) } as unknown as NextApiRequest
}

/** Takes down what next-auth answers. */
class Answer {
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

  response() {
    const headers = new Headers({ 'cache-control': 'no-store' })
    for (const [name, value] of this.headers)
      for (const one of [value].flat()) name === 'set-cookie' ? headers.append(name, one) : headers.set(name, one)
    return new Response(this.body, { status: this.code, headers })
  }
}

async function answer(request: Request, path: string[]): Promise<Response> {
  const [action = '', provider] = path
  if (!actions.includes(action)) throw new Refusal('not-found')
  if (request.method === 'POST') {
    requireSameOrigin(request)
    if (action === 'session') throw new Refusal('not-found')
  }
  const outcome: Outcome = { sessionToken: null, refusal: null }
  const taken = new Answer()
  const asked = asNextRequest(request, path, await bodyOf(request))
  await NextAuth(asked, taken as unknown as NextApiResponse, authOptions(request, outcome))
  const reply = taken.response()
  if (action !== 'callback' || provider !== 'credentials') return reply
  if (outcome.refusal) return problem(outcome.refusal)
  // Without the token against forgery next-auth only leads back to its page.
  return outcome.sessionToken ? reply : problem(new Refusal('wrong-origin'))
}

/** Everything under /api/auth: the one handler that route() does not build, because its shape is next-auth's. */
export async function handleAuth(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  try {
    return await answer(request, (await context.params).nextauth)
  } catch (error) {
    if (error instanceof Refusal) return problem(error)
    log().error({ err: error }, 'unexpected error in sign-in')
    return problem(new Refusal('internal'))
  }
}
