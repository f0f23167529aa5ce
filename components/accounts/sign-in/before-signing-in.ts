import { ApiError } from '@/components/http'
import { sendAllNow } from './device'

/**
 * What waits in this browser is its guest's, and goes out as such before the guest becomes somebody else.
 * @throws ApiError `unsent` where it cannot, and is not to join the account.
 */
export async function beforeSigningIn(join: '1' | '0' | null) {
  const unsent = await sendAllNow()
  if (unsent > 0 && join !== '1') throw new ApiError(0, 'unsent', undefined, null)
}
