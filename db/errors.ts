/** The store is there but refuses to write: full, read-only, or locked for longer than we wait. Reads still work. */
export class StoreRefused extends Error {
  constructor(
    readonly reason: 'full' | 'read-only' | 'busy' | 'unreachable',
    options: { cause: unknown },
  ) {
    super(`the store refused a write: ${reason}`, options)
  }
}

/** Drizzle wraps what the driver throws; the driver's own code is what can be told apart. */
function driverCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return ''
}

export const isBusy = (error: unknown) => driverCode(error).startsWith('SQLITE_BUSY')

/** PostgreSQL: serialization failure or deadlock; the transaction may be tried again. */
export const isRetryable = (error: unknown) => ['40001', '40P01'].includes(driverCode(error))

/**
 * PostgreSQL: a key was there already. Two transactions that both looked and found nothing may clash so, and not as a
 * serialization failure, when the look went along another index (its manual: serialization failure handling). Tried
 * again, the look finds the row.
 */
export const isTaken = (error: unknown) => driverCode(error) === '23505'

const refusals: [RegExp, StoreRefused['reason']][] = [
  [/^(SQLITE_FULL|53100)$/, 'full'],
  [/^(SQLITE_IOERR_WRITE|SQLITE_IOERR_FSYNC)$/, 'full'],
  [/^(SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|25006)$/, 'read-only'],
  [/^(SQLITE_BUSY.*|40001|40P01|55P03)$/, 'busy'],
  [/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|57P0[123]|08...|53300)$/, 'unreachable'],
]

/** What the driver said, as a `StoreRefused` where it is one, else the error itself. */
export function asStoreError(error: unknown): unknown {
  const code = driverCode(error)
  const refusal = refusals.find(([pattern]) => pattern.test(code))
  return refusal ? new StoreRefused(refusal[1], { cause: error }) : error
}
