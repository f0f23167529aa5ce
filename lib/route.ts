import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { StoreRefused } from '@/db/errors'
import { isStale, touchSession } from '@/domain/sessions/commands'
import type { Role, Scope } from '@/domain/users/input'
import { reaches } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { isTokenStale, touchToken } from '@/domain/users/token-commands'
import { env } from './env'
import { type ErrorCode, problem, Refusal } from './errors'
import { rawBody } from './http/body'
import { dropUploads, multipartBody } from './http/multipart'
import { keepLength, reply } from './http/reply'
import { jsonBody, requireSameOrigin } from './http/request'
import { log } from './log'
import { addressOf, findSender, type Sender } from './session'
import { uploadsFolder } from './storage/temporary'
import { type Limit, throttle } from './throttle'

type Schema = z.ZodType
type Auth = 'none' | 'optional' | 'required' | 'member'
type Out<S> = S extends Schema ? z.output<S> : undefined

/** What a handler is, as data: the wrapper enforces it, and /api/v1/openapi.json tells it. */
export type RouteSpec<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  O extends Schema,
> = {
  summary: string
  /** `none`: nobody is looked up. `optional`: who it is, if anybody. `required`: guests and members. `member`: members alone. */
  auth: Auth
  /** Staff alone: this role, or one above. Which subjects are theirs is the command's to check. */
  role?: Exclude<Role, 'learner'>
  /** What a bearer token needs; `read` or `write` by the method when absent. `never`: only a browser that is signed in. */
  token?: Scope | 'never'
  params?: P
  query?: Q
  input?: B
  output: O
  /** What the answer is, where it is not JSON; the handler makes the Response. */
  media?: string
  status?: 200 | 201 | 202 | 204
  /** Refusals beyond those of the wrapper. */
  refusals?: ErrorCode[]
  limit?: Limit
  /** Largest body in bytes. */
  maxBytes?: number
  /** The body is a form; a field that holds a file is an `Upload`, and gone after the call unless somebody took it over. */
  form?: true
  /** The body is bytes and nothing else; `input` is `byteStream()`, and the handler reads it as it comes. */
  raw?: true
}

export type Call<P, Q, B, U> = { params: P; query: Q; body: B; user: U; now: Date; request: Request; headers: Headers }

export type AnySpec = RouteSpec<Schema | undefined, Schema | undefined, Schema | undefined, Schema>
export type Handler = ((request: Request, context: { params: Promise<unknown> }) => Promise<Response>) & {
  spec: AnySpec
}

const defaultLimit: Limit = { max: 600, windowSeconds: 60 }

function parse<S extends Schema | undefined>(schema: S, value: unknown, place: string): Out<S> {
  if (!schema) return undefined as Out<S>
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data as Out<S>
  const errors = parsed.error.issues.map((issue) => ({
    path: [place, ...issue.path].join('.'),
    code: issue.code ?? 'invalid',
    message: issue.message,
  }))
  throw new Refusal(place === 'path' ? 'not-found' : 'invalid', { errors })
}

const texts = new WeakMap<object, string>()
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = texts.get(value) ?? JSON.stringify(value)
  texts.set(value, known)
  return known
}

type Given = { value: unknown; drop: () => Promise<unknown> }

/** The body as it came, before it is held against its schema. */
async function bodyOf({ input, form, raw, maxBytes }: AnySpec, request: Request): Promise<Given> {
  const nothing = async () => undefined
  if (!input) return { value: undefined, drop: nothing }
  if (raw) {
    const bytes = rawBody(request, maxBytes ?? 64 * 1024)
    return { value: bytes, drop: () => bytes.return() }
  }
  if (!form) return { value: await jsonBody(request, maxBytes ?? 64 * 1024), drop: nothing }
  const read = await multipartBody(request, maxBytes ?? 64 * 1024, await uploadsFolder())
  return { value: Object.fromEntries([...read.fields, ...read.files]), drop: () => dropUploads(read) }
}

/** What to answer to whatever was thrown; faults of ours are logged. */
export function refusalOf(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof StoreRefused) {
    log().error({ requestId, reason: error.reason, err: error.cause }, 'store refused')
    return new Refusal(error.reason === 'full' ? 'store-full' : 'store-unavailable', { retryAfterSeconds: 5 })
  }
  log().error({ requestId, err: error }, 'unexpected error')
  return new Refusal('internal')
}

function authorise({ auth, role, token }: AnySpec, method: string, user: User | null) {
  const needed = token ?? (role ? 'manage' : isRead(method) ? 'read' : 'write')
  if (user?.scopes && (needed === 'never' || !user.scopes.includes(needed))) throw new Refusal('scope')
  if (auth === 'required' && !user) throw new Refusal('no-guest')
  if (auth === 'member' && user?.kind !== 'member') throw new Refusal('no-member')
  if (!role || !user) return
  if (!reaches(user.role, role)) throw new Refusal('forbidden')
  if (user.role === 'admin' && !user.totp) throw new Refusal('totp-missing')
}

/** What changes something brings up when its session or token was last used; reads never write. */
async function noteUse({ user, lastSeenAt, token }: Sender, now: Date) {
  if (user?.sessionId && lastSeenAt && isStale(lastSeenAt, now)) await touchSession(user.sessionId, now)
  if (token && isTokenStale(token.lastUsedAt, now)) await touchToken(token.id, now)
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD'

/**
 * Builds a route handler: authenticates, throttles, checks the origin, parses, calls, and answers. The only place that
 * does any of this; handlers hold the one line that is their own.
 */
export function route<
  O extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  const A extends Auth = 'required',
>(
  spec: RouteSpec<P, Q, B, O> & { auth: A },
  handler: (
    call: Call<
      Out<P>,
      Out<Q>,
      Out<B>,
      A extends 'required' | 'member' ? User : A extends 'optional' ? User | null : null
    >,
  ) => Promise<z.input<O> | Response>,
): Handler {
  type U = Parameters<typeof handler>[0]['user']
  const answer = async (request: Request, context: { params: Promise<unknown> }) => {
    const now = new Date()
    if (!isRead(request.method)) requireSameOrigin(request)
    const sender: Sender = spec.auth === 'none' ? { user: null } : await findSender(request.headers, now)
    const { user } = sender
    authorise(spec, request.method, user)
    throttle(`${spec.summary}:${user?.id ?? addressOf(request)}`, spec.limit ?? defaultLimit, now.getTime())
    const headers = new Headers({ 'cache-control': 'no-store' })
    const params = parse(spec.params as P, spec.params && (await context.params), 'path')
    const query = parse(spec.query as Q, spec.query && Object.fromEntries(new URL(request.url).searchParams), 'query')
    const { value, drop } = await bodyOf(spec, request)
    const call = async () =>
      handler({ params, query, body: parse(spec.input as B, value, 'body'), user: user as U, now, request, headers })
    const given = await call().finally(drop)
    if (!isRead(request.method)) await noteUse(sender, now)
    if (given instanceof Response) return keepLength(given)
    // What leaves is held against its schema wherever a mistake would be ours to find; in production it costs too much.
    if (env().NODE_ENV === 'test') spec.output.parse(given)
    if (spec.status === 204) return new Response(null, { status: 204, headers })
    headers.set('content-type', 'application/json')
    return reply(textOf(given), { status: spec.status ?? 200, headers })
  }
  const guarded = async (request: Request, context: { params: Promise<unknown> }) => {
    const requestId = request.headers.get('x-request-id') ?? randomUUID()
    try {
      return await answer(request, context)
    } catch (error) {
      return problem(refusalOf(error, requestId))
    }
  }
  return Object.assign(guarded, { spec })
}
