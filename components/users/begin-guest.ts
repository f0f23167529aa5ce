import { exclusively } from '@/components/attempts/exclusive'
import { put, take } from '@/components/attempts/shelf'
import { api } from '@/components/http'

const mark = 'guest:begun'

/** Whether this browser has begun as somebody, as far as it remembers; the cookie itself is not for scripts. */
export const hasBegun = () => take(mark) !== null

/**
 * Makes sure that this browser is a guest, and only one: the tabs take turns, and a later one sends the cookie of the
 * first. @param renew the server has said that it knows nobody: what is remembered does not count.
 */
export async function beginGuest(renew: boolean): Promise<void> {
  if (!renew && hasBegun()) return
  await exclusively('guest', async () => {
    if (!renew && hasBegun()) return
    await api('/guest', { method: 'POST' })
    put(mark, '1')
  })
}
