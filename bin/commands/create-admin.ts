import { canonicalEmail } from '@/domain/accounts/email'
import { type PasswordFault, shortestFor } from '@/domain/accounts/password'
import { makeAdmin, removeSecondFactor } from '@/domain/people/admin-commands'
import { findMember } from '@/domain/people/queries'
import { faultOf, hashPassword } from '@/lib/auth/passwords'
import { Refusal } from '@/lib/errors'
import { askPassword } from './ask-password'

/** Why nothing was done, in words for the operator. */
export class Stopped extends Error {}

const words = (fault: PasswordFault, atLeast: number) =>
  ({
    'password-short': `the password must have at least ${atLeast} characters`,
    'password-long': 'the password must have at most 128 characters',
    'password-common': 'this password is among the commonest, or the address itself',
  })[fault]

/** @returns null when nothing was typed, and nothing is needed. */
async function newPassword(email: string, known: { totp: boolean } | undefined): Promise<string | null> {
  const password = await askPassword(known ? 'New password (empty: keep the present one)' : 'Password')
  if (password === '' && known) return null
  const atLeast = shortestFor({ role: 'admin', totp: known?.totp ?? false })
  const fault = await faultOf(password, { own: [email], atLeast })
  if (fault) throw new Stopped(`${words(fault, atLeast)}; nothing was done`)
  return hashPassword(password)
}

/** Makes a member with the role admin, or raises the member who has the address. There is no default password. */
export async function createAdmin(typed: string) {
  const email = canonicalEmail(typed)
  if (!email) throw new Stopped(`${typed} is no e-mail address`)
  const known = await findMember(email)
  if (known && known.state !== 'active')
    throw new Stopped(`${email} belongs to an account that is disabled or about to be deleted; nothing was done`)
  const passwordHash = await newPassword(email, known)
  const outcome = await makeAdmin({ email, passwordHash }, new Date())
  const raised = `${email} was a member already (${known?.role}) and is an admin now, signed out everywhere`
  const said = { made: `made ${email}, an admin`, raised, unchanged: `${email} is an admin already; nothing was done` }
  console.error(said[outcome])
  if (passwordHash && known) console.error('The new password is in force.')
  if (!known?.totp)
    console.error('The admin pages open once a second factor is switched on, in the settings after signing in.')
  return { email, outcome }
}

/** For whoever has lost the app and the recovery codes too. */
export async function resetSecondFactor(typed: string) {
  const email = canonicalEmail(typed) ?? typed
  try {
    await removeSecondFactor(email, new Date())
  } catch (error) {
    if (error instanceof Refusal) throw new Stopped(`${email} has no second factor; nothing was done`, { cause: error })
    throw error
  }
  console.error(`${email} has no second factor any more, and is signed out everywhere`)
  return { email }
}
