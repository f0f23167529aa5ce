import { type Account, findAccountById } from '@/domain/accounts/queries'
import { countTry, forgetTries } from '@/domain/accounts/sign-in-commands'
import { env } from '../env'
import { Refusal } from '../errors'
import { verifyPassword } from './passwords'

/**
 * Whoever changes what an account hangs on shows its password again, if it has one.
 * Wrong ones are counted as those of a sign-in are: a stolen session is no place to guess.
 * @throws Refusal `password-needed`, `wrong-password`, `too-many-requests`
 */
export async function provePassword(userId: string, typed: string | undefined): Promise<Account> {
  const account = await findAccountById(userId)
  if (!account) throw new Refusal('not-found')
  if (account.passwordHash === null) return account
  if (typed === undefined) throw new Refusal('password-needed')
  const key = `prove:${userId}`
  await countTry([{ key, max: Math.ceil(10 * env().THROTTLE_FACTOR), windowSeconds: 900 }], new Date())
  if (!(await verifyPassword(account.passwordHash, typed))) throw new Refusal('wrong-password')
  await forgetTries([key])
  return account
}
