import { type Account, findAccountById } from '@/domain/accounts/queries'
import { Refusal } from '../errors'
import { verifyPassword } from './passwords'

/**
 * Whoever changes what an account hangs on shows its password again, if it has one.
 * @throws Refusal `password-needed`, `wrong-password`
 */
export async function provePassword(userId: string, typed: string | undefined): Promise<Account> {
  const account = await findAccountById(userId)
  if (!account) throw new Refusal('not-found')
  if (account.passwordHash === null) return account
  if (typed === undefined) throw new Refusal('password-needed')
  if (!(await verifyPassword(account.passwordHash, typed))) throw new Refusal('wrong-password')
  return account
}
