import { ApiError } from '@/components/http'
import { beginGuest } from './begin-guest'

/** Calls the API as somebody: whoever has not begun begins now, and whose guest is gone (cookies cleared) begins anew. */
export async function asSomebody<T>(call: () => Promise<T>): Promise<T> {
  await beginGuest(false)
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'no-guest')) throw error
    await beginGuest(true)
    return call()
  }
}
