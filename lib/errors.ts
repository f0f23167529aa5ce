import { reply } from './http/reply'

/**
 * What can be refused, and with which HTTP status. The code is stable and is what clients go by;
 * its words are the client's, in the person's own language (messages/*.json, `errors`).
 */
export const errorStatus = {
  'malformed-json': 400,
  'malformed-form': 400,
  /** A part of an upload that is shorter or longer than it has to be, or was cut off. */
  'wrong-length': 400,
  invalid: 422,
  /** A file whose content is none of the types that are taken. */
  'file-unknown': 422,
  /** A file that is cut off, or does not hold together. */
  'file-damaged': 422,
  /** A file with macros, with entries that leave their folder, under a password, or that unpacks to too much. */
  'file-unsafe': 422,
  'no-guest': 401,
  /** A signed-in member is needed. */
  'no-member': 401,
  /** The bearer token is malformed, unknown, expired or revoked. */
  'bad-token': 401,
  /** Address and password do not belong together, or the account may not sign in: never which. */
  credentials: 401,
  /** Password is right, the code of the second factor is needed. */
  'totp-required': 401,
  'totp-wrong': 401,
  'wrong-origin': 403,
  forbidden: 403,
  /** The token's scopes do not cover this. */
  scope: 403,
  /** Staff must switch on the second factor first. */
  'totp-missing': 403,
  /** The password has to be given again. */
  'password-needed': 403,
  'wrong-password': 403,
  /** Right, and shorter than what staff without a second factor need: a reset by mail sets a longer one. */
  'staff-password': 403,
  'not-found': 404,
  'not-set': 404,
  'id-taken': 409,
  answered: 409,
  finished: 409,
  'not-handed-in': 409,
  'already-checked-in': 409,
  'too-late': 409,
  'not-missed': 409,
  'set-not-done': 409,
  'none-left': 409,
  /** No question fits what was asked for. */
  'no-questions': 409,
  /** Today's set is done first, then read with its answers. */
  'not-done-yet': 409,
  /** Nothing is answered in an attempt that only reads. */
  'read-only': 409,
  'email-taken': 409,
  'nothing-to-merge': 409,
  'already-answered': 409,
  'last-admin': 409,
  /** An import is not at a point at which this can be done. */
  'import-busy': 409,
  /** What the file as a whole leaves open has to be told first. */
  'import-unclear': 409,
  /** Nobody changes their own rights. */
  yourself: 409,
  'too-many': 409,
  /** Not all of an upload is here: `current.missing` has the numbers of the parts. */
  'parts-missing': 409,
  /** Nothing is published without a file. */
  'no-edition': 409,
  /** Somebody has changed it since. */
  stale: 409,
  /** The question is not in the state that this step begins at. */
  'wrong-state': 409,
  /** Whoever wrote a version does not approve it. */
  'own-work': 409,
  /** What is published says where it comes from. */
  'no-source': 409,
  /** A link from a mail that is unknown, used or expired. */
  'token-invalid': 410,
  'too-large': 413,
  'wrong-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  'store-unavailable': 503,
  'store-full': 507,
} as const
export type ErrorCode = keyof typeof errorStatus

type Extra = {
  detail?: string
  errors?: { path: string; code: string; message: string }[]
  /** 409: what is stored, for the client to adopt. */
  current?: unknown
  retryAfterSeconds?: number
  cause?: unknown
}

/** A refusal on purpose. Anything else that is thrown is a fault of ours and answers 500. */
export class Refusal extends Error {
  readonly status: number
  constructor(
    readonly code: ErrorCode,
    readonly extra: Extra = {},
  ) {
    super(extra.detail ?? code, { cause: extra.cause })
    this.status = errorStatus[code]
  }
}

/** RFC 9457: an error as `application/problem+json`. `code` is stable; its words are the client's. */
export function problem({ code, status, extra, message }: Refusal): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (extra.retryAfterSeconds) headers.set('retry-after', String(extra.retryAfterSeconds))
  const body = {
    type: `urn:yilian:problem:${code}`,
    title: code,
    status,
    code,
    detail: message,
    ...(extra.errors && { errors: extra.errors }),
    ...(extra.current !== undefined && { current: extra.current }),
  }
  return reply(JSON.stringify(body), { status, headers })
}
