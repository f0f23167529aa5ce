/**
 * Which passwords are taken: 8 to 128 characters of any script, no rule of composition, none of the commonest, not one's
 * own address. Length counts what people see as characters of Unicode (code points, after NFC). Staff without a second
 * factor need 15. Source: trust.md, Accounts; NIST SP 800-63B.
 *
 * Example: 每天八题坚持到考试那天 is taken, "Password1" and "1234567" are not.
 */
import type { Role } from '@/domain/users/input'

export type PasswordFault = 'password-short' | 'password-long' | 'password-common'

const shortest = 8
const longest = 128
const shortestForStaff = 15

/** How many characters a person's password needs at least. */
export const shortestFor = ({ role, totp }: { role: Role; totp: boolean }) =>
  role === 'learner' || totp ? shortest : shortestForStaff

/** The form that is hashed: the same letters typed on another keyboard must be the same password. */
export const normalPassword = (password: string) => password.normalize('NFC')

/**
 * @param isCommon whether a text, in lower case, is among the commonest passwords.
 * @param own what belongs to the person (address, nickname): none of it may be the password.
 */
export function passwordFault(
  password: string,
  isCommon: (lowerCase: string) => boolean,
  { own = [], atLeast = shortest }: { own?: readonly string[]; atLeast?: number } = {},
): PasswordFault | null {
  const normal = normalPassword(password)
  const length = [...normal].length
  if (length < atLeast) return 'password-short'
  if (length > longest) return 'password-long'
  const lower = normal.toLowerCase()
  const names = own.flatMap((one) => [one.toLowerCase(), one.toLowerCase().split('@')[0] ?? ''])
  const isOneSign = new Set(lower).size === 1
  return isOneSign || names.includes(lower) || isCommon(lower) ? 'password-common' : null
}
