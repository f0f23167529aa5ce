/**
 * What can be refused, and with which HTTP status. The code is stable and is what clients go by;
 * its words are the client's, in the person's own language (messages/*.json, `errors`).
 */
export const errorStatus = {
  'malformed-json': 400,
  invalid: 422,
  'no-guest': 401,
  'wrong-origin': 403,
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
