import { exclusively } from '@/components/attempts/exclusive'
import { drop, put, take } from '@/components/attempts/shelf'
import { api } from '@/components/http'
import { forgetAccount, readAccountHint } from './account-hint'

const mark = 'guest:begun'

/** Whether this browser has begun as somebody, as far as it remembers; the cookie itself is not for scripts. */
export const hasBegun = () => isGuest() || readAccountHint() !== null

/** Whether it has begun as a guest, signed in since or not. */
export const isGuest = () => take(mark) !== null

/**
 * Makes sure that this browser is somebody, and only one: the tabs take turns, and a later one sends the cookie of the
 * first. @param renew the server has said that it knows nobody: what is remembered does not count.
 */
export async function beginGuest(renew: boolean): Promise<void> {
  if (!renew && hasBegun()) return
  await exclusively('guest', async () => {
    if (!renew && hasBegun()) return
    await api('/guest', { method: 'POST' })
    put(mark, '1')
    // A session that has ended elsewhere: what is done from now on is a guest's, until somebody signs in again.
    if (renew) forgetAccount()
  })
}

/** The guest of this browser is gone: joined to an account, or left behind. */
export const forgetGuest = () => drop(mark)

/** The server knows a guest here. */
export const rememberGuest = () => put(mark, '1')
