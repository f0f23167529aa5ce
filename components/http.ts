/** What the API says when it refuses: `code` is stable, its words are in messages under `errors`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly current: unknown,
    readonly retryAfterSeconds: number | null,
  ) {
    super(`${status} ${code}`)
  }
}

/** The request did not get through: offline, a tunnel, a server that is starting. Nothing is known of its effect. */
export class ConnectionError extends Error {}

async function refusalOf(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => null)
  const { code, current } = (typeof problem === 'object' && problem ? problem : {}) as {
    code?: string
    current?: unknown
  }
  const wait = response.headers.get('retry-after')
  return new ApiError(response.status, code ?? 'internal', current, wait === null ? null : Number(wait))
}

/** Calls our API under /api/v1. @throws ApiError when it refuses, ConnectionError when it cannot be reached. */
export async function api<T>(
  path: string,
  init?: { method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; body?: unknown },
): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method: init?.method ?? 'GET',
    ...(init?.body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(init.body),
    }),
  }).catch((cause: unknown) => {
    throw new ConnectionError('no connection', { cause })
  })
  if (!response.ok) throw await refusalOf(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}
