import { ApiError, ConnectionError } from '@/components/http'

/** What went wrong on the way to the server, or there. @throws whatever else it is: a fault of ours */
export function refused(error: unknown): ApiError | ConnectionError {
  if (error instanceof ApiError || error instanceof ConnectionError) return error
  throw error
}

/** The words' key under `refused`, of whichever desk; what nobody foresaw is the server's fault. */
export function refusalKey(error: ApiError | ConnectionError, isKnown: (key: string) => boolean): string {
  const key = `refused.${error instanceof ConnectionError ? 'connection' : error.code}`
  return isKnown(key) ? key : 'refused.internal'
}
