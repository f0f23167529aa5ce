/** One field that was filled wrongly: `path` as in `body.email`. */
export type FieldError = { path: string; code: string }

/** What the API says when it refuses: `code` is stable, its words are in messages under `errors`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly current: unknown,
    readonly retryAfterSeconds: number | null,
    readonly fields: readonly FieldError[] = [],
  ) {
    super(`${status} ${code}`)
  }
}

/** The request did not get through: offline, a tunnel, a server that is starting. Nothing is known of its effect. */
export class ConnectionError extends Error {}

async function refusalOf(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => null)
  const { code, current, errors } = (typeof problem === 'object' && problem ? problem : {}) as {
    code?: string
    current?: unknown
    errors?: FieldError[]
  }
  const wait = response.headers.get('retry-after')
  return new ApiError(response.status, code ?? 'internal', current, wait === null ? null : Number(wait), errors)
}

type Init = { method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; body?: unknown }

/** A form goes as it is, with a boundary that the browser chooses; everything else as JSON. */
function bodyOf(body: unknown): RequestInit {
  if (body === undefined) return {}
  if (body instanceof FormData) return { body }
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Calls our API under /api/v1. @throws ApiError when it refuses, ConnectionError when it cannot be reached. */
export const api = <T>(path: string, init?: Init) => call<T>(`/api/v1${path}`, init)

/** The same for the one part of the API that is not ours: signing in and out. */
export async function call<T>(address: string, init?: Init): Promise<T> {
  const response = await fetch(address, {
    method: init?.method ?? 'GET',
    ...bodyOf(init?.body),
  }).catch((cause: unknown) => {
    throw new ConnectionError('no connection', { cause })
  })
  if (!response.ok) throw await refusalOf(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}
