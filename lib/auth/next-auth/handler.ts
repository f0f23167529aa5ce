import { randomUUID } from 'node:crypto'
import NextAuth from 'next-auth'
import { problem, Refusal } from '@/lib/errors'
import { requireSameOrigin } from '@/lib/http/request'
import { refusalOf } from '@/lib/route'
import { addressOf } from '@/lib/session'
import { throttle } from '@/lib/throttle'
import { Answer, asNextRequest } from './exchange'
import { authOptions, type Outcome } from './options'

/** What of next-auth may be reached: no page of its own, no log, no update of a session. */
const actions = {
  GET: ['csrf', 'providers', 'session', 'signin', 'callback', 'signout', 'error'],
  POST: ['signin', 'callback', 'signout'],
}
const limit = { max: 600, windowSeconds: 60 }

/** The page that the person came from was in English, or in the first language. */
function signInPage({ body, query, cookies }: Awaited<ReturnType<typeof asNextRequest>>): string {
  const named = Object.entries(cookies).find(([name]) => name.endsWith('next-auth.callback-url'))?.[1]
  const back = String(body.callbackUrl ?? query.callbackUrl ?? named ?? '/')
  return URL.canParse(back) && /^\/en(\/|$)/.test(new URL(back).pathname) ? '/en/sign-in' : '/sign-in'
}

async function answer(request: Request, path: readonly string[]): Promise<Response> {
  const [action = '', provider] = path
  const method = request.method === 'POST' ? 'POST' : 'GET'
  if (!actions[method].includes(action)) throw new Refusal('not-found')
  throttle(`auth:${addressOf(request)}`, limit, Date.now())
  if (method === 'POST') requireSameOrigin(request)
  const outcome: Outcome = { sessionToken: null, failure: null }
  const taken = new Answer()
  const asked = await asNextRequest(request, path)
  await NextAuth(asked, taken.asNextResponse(), authOptions(request, outcome, signInPage(asked)))
  if (outcome.failure) throw outcome.failure
  // Without the token against forgery next-auth only leads back to its page.
  if (action === 'callback' && provider === 'credentials' && !outcome.sessionToken) throw new Refusal('wrong-origin')
  return taken.response()
}

/** Everything under /api/auth: the one handler that route() does not build, because its shape is next-auth's. */
export async function handleAuth(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const requestId = request.headers.get('x-request-id') ?? randomUUID()
  try {
    return await answer(request, (await context.params).nextauth)
  } catch (error) {
    return problem(refusalOf(error, requestId))
  }
}
