import { canonicalEmail } from '@/domain/accounts/email'
import { normalPassword, shortestFor } from '@/domain/accounts/password'
import { type Account, findAccount } from '@/domain/accounts/queries'
import { countTry, type NewSession, signInByPassword } from '@/domain/accounts/sign-in-commands'
import { env } from '../env'
import { Refusal } from '../errors'
import { addressKey, countingKey } from '../session'
import { hashPassword, isOutdated, verifyPassword } from './passwords'
import { requireSecondFactor } from './second-factors/second-factor'

export type Credentials = { email: string; password: string; code: string }

const quarter = 900

/**
 * How often one may try: in this pair of account and place, at this account from anywhere, from this place at any account.
 * The first is what somebody who mistypes meets; nobody far away can keep a person out by it. None is for ever.
 */
function limitsOf(email: string, request: Request) {
  const account = countingKey(`account:${email}`)
  const place = addressKey(request)
  const most = (max: number) => Math.ceil(max * env().THROTTLE_FACTOR)
  return {
    pair: { key: `sign-in:${account}:${place}`, max: most(10), windowSeconds: quarter },
    account: { key: `sign-in:${account}`, max: most(100), windowSeconds: 3600 },
    place: { key: `sign-in-from:${place}`, max: most(200), windowSeconds: quarter },
  }
}

/** The same answer for an address nobody has, a wrong password, and an account that may not sign in. */
async function prove({ email, password }: Credentials): Promise<Account> {
  const address = canonicalEmail(email)
  const account = address ? await findAccount(address) : undefined
  const right = await verifyPassword(account?.passwordHash, password)
  if (!account || !right || account.disabledAt) throw new Refusal('credentials')
  return account
}

/** Whoever has become staff since the password was chosen: how long it is can only be seen when it is typed. */
function requireLongEnough({ role }: Account, password: string) {
  if ([...normalPassword(password)].length < shortestFor({ role, totp: false })) throw new Refusal('staff-password')
}

/**
 * Signs in by address and password, and by a code where the second factor is in force.
 * @throws Refusal `too-many-requests`, `credentials`, `totp-required`, `totp-wrong`, `staff-password`
 */
export async function signInWithPassword(given: Credentials, request: Request, session: NewSession): Promise<string> {
  const now = new Date()
  const limits = limitsOf(canonicalEmail(given.email) ?? given.email, request)
  // Counted before it is judged, so that many at once cannot pass together; what was right is taken back.
  await countTry([limits.place, limits.account, limits.pair], now)
  const account = await prove(given)
  if (account.totpConfirmedAt) await requireSecondFactor(account.id, given.code, now)
  else requireLongEnough(account, given.password)
  const { id: userId, passwordHash: against } = account
  const rehash = against !== null && isOutdated(against) ? await hashPassword(given.password) : null
  const counted = { clear: [limits.pair.key], giveBack: [limits.account.key, limits.place.key] }
  await signInByPassword({ userId, against, rehash, session, counted }, now)
  return account.id
}
