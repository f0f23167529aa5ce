import type { QueryClient } from '@tanstack/react-query'
import { forgetAccount } from '@/components/users/account-hint'
import { forgetGuest } from '@/components/users/begin-guest'
import type { Me } from '@/components/users/queries'
import { forgetSettings } from '@/components/users/settings'
import { askWhoIAm } from '@/components/users/sync'
import { endSession, merge } from '../queries'
import { forgetAttempts, sendAllNow } from './device'

/**
 * This browser is a member's from now on. Joined, what its guest has begun goes on under the member; declined, it is
 * taken off this device, and waits on the server for whoever it belongs to.
 * @param join null: nobody was asked yet.
 */
export async function becomeMember(client: QueryClient, join: boolean | null): Promise<Me> {
  if (join !== null) await merge(join)
  if (join === false) {
    forgetAttempts()
    forgetSettings()
  }
  client.clear()
  const me = await askWhoIAm(client)
  if (me.kind !== 'member') return me
  if (join !== null || !me.toMerge) forgetGuest()
  await sendAllNow()
  return me
}

/**
 * Signs out: this browser is nobody's, and keeps nothing of whoever it was.
 * @returns how much could not be sent yet, if that stops it; 0 when it is done.
 */
export async function signOut(client: QueryClient, { evenUnsent }: { evenUnsent: boolean }): Promise<number> {
  const unsent = await sendAllNow()
  if (unsent > 0 && !evenUnsent) return unsent
  await endSession()
  forgetAttempts()
  forgetSettings()
  forgetGuest()
  forgetAccount()
  client.clear()
  try {
    // A guest whose record was not joined is who this browser is again.
    await askWhoIAm(client)
  } catch {
    // Signed out it is, whether or not the server can be asked now; the next page asks when it has to.
  }
  return 0
}
