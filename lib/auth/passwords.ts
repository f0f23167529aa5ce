import { hash, verify } from '@node-rs/argon2'
import { normalPassword, type PasswordFault, passwordFault, shortestFor } from '@/domain/accounts/password'
import type { Account } from '@/domain/accounts/queries'
import { Refusal } from '../errors'

/** argon2id with what OWASP asks for at least: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const current = `m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`

/** Each hash fills 19 MiB and a processor: more than two at a time would only take them from everybody else. */
const most = 2
let busy = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  else busy++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }
}

export const hashPassword = (password: string) => inTurn(() => hash(normalPassword(password), cost))

let dummy: Promise<string> | undefined

/**
 * Whether a password belongs to a hash. Without a hash the same work is done in vain, so that time does not tell whether
 * there is an account.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password')
  const against = stored ?? (await dummy)
  const right = await inTurn(() => verify(against, normalPassword(password)))
  return right && stored !== null && stored !== undefined
}

/** Whether a hash was made at another cost than today's. */
export const isOutdated = (stored: string) => !stored.includes(`$${current}$`)

/** As common where this product lives, and not in that list. */
const commonHere =
  'woaini123 woaini520 woaini521 woaini1314 woaiwojia 5201314a 5201314520 1314520520 mima1234 mima123456 admin888 yilian123'

let common: Promise<ReadonlySet<string>> | undefined

async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set([...dictionary['passwords-common'], ...commonHere.split(' ')])
}

/** What is wrong with a password that somebody wants to have, by the rule in domain/accounts/password.ts. */
export async function faultOf(
  password: string,
  limits?: { own?: readonly string[]; atLeast?: number },
): Promise<PasswordFault | null> {
  common ??= commonPasswords()
  const known = await common
  return passwordFault(password, (lowerCase) => known.has(lowerCase), limits)
}

type Owner = Pick<Account, 'email' | 'nickname' | 'role' | 'totpConfirmedAt'>

/** Whether somebody may have this password; staff without a second factor need a longer one. */
const faultFor = (password: string, { email, nickname, role, totpConfirmedAt }: Owner) =>
  faultOf(password, {
    own: [email, nickname].flatMap((one) => one ?? []),
    atLeast: shortestFor({ role, totp: totpConfirmedAt !== null }),
  })

/** @throws Refusal `invalid` with the fault at `body.password`. */
export async function requireGoodPassword(password: string, of: Partial<Owner>) {
  const fault = await faultFor(password, { email: null, nickname: null, role: 'learner', totpConfirmedAt: null, ...of })
  if (fault) throw new Refusal('invalid', { errors: [{ path: 'body.password', code: fault, message: fault }] })
}
