import { randomUUID } from 'node:crypto'
import { and, eq, lt, or } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { mailTokens, users } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { type Letter, queueMail } from '@/domain/deliveries/commands'
import { countEvent, type StoredLimit, tryCount } from '@/domain/users/throttle-commands'
import { Refusal } from '@/lib/errors'
import { findAccount, findAccountById, findMailToken, type MailToken } from './queries'
import { begin, type NewSession } from './sign-in-commands'

const hourMs = 3_600_000
const registerHours = 24

/** A mail is asked for: counted for whoever asks (who is told to wait) and for the address (which is not told). */
export type MailLimits = { asker: StoredLimit; address: StoredLimit }

export async function mayMail(tx: Handle, { asker, address }: MailLimits, now: Date): Promise<boolean> {
  await countEvent(tx, asker, now)
  return (await tryCount(tx, address, now)) === null
}

type Registration = {
  email: string
  passwordHash: string
  nickname: string | null
  consent: string
  /** Hashes of what stands in the link, and of the cookie of the browser that registers. */
  tokenHash: string
  browserHash: string
  /** For an address nobody has yet, and for one that has an account. */
  letters: { confirm: Letter; known: Letter }
}

/**
 * Notes a registration and mails its link. Nothing tells the sender whether the address has an account already; who reads
 * its mail is told. @throws Refusal `too-many-requests` for a sender that asks for too many mails.
 */
export function register(input: Registration, limits: MailLimits, now: Date): Promise<void> {
  return write(async (tx) => {
    if (!(await mayMail(tx, limits, now))) return
    const { email, passwordHash, nickname, consent, tokenHash, browserHash, letters } = input
    if (await findAccount(email, tx)) {
      await queueMail(tx, letters.known, now)
      return
    }
    await tx.insert(mailTokens).values({
      hash: tokenHash,
      purpose: 'register',
      email,
      passwordHash,
      nickname,
      browserHash,
      consentVersion: consent,
      createdAt: now,
      expiresAt: new Date(now.getTime() + registerHours * hourMs),
    })
    await queueMail(tx, letters.confirm, now)
  })
}

type Confirmation = {
  tokenHash: string
  /** Hash of this browser's cookie, if it registered something. */
  browserHash: string | null
  /** Of a password chosen now; needed in any browser but the one that registered. */
  passwordHash: string | null
  session: NewSession
  /** What the address before is told when a member moves to another one. */
  moved: (to: string) => Letter
}

/** Whether the password that was typed at registration may be believed: this browser typed it. */
export const isSameBrowser = ({ browserHash }: Pick<MailToken, 'browserHash'>, held: string | null) =>
  browserHash !== null && browserHash === held

async function makeMember(tx: Handle, token: MailToken, passwordHash: string, now: Date): Promise<string> {
  const id = randomUUID()
  const { email, nickname, consentVersion } = token
  await tx
    .insert(users)
    .values({ id, kind: 'member', email, nickname, passwordHash, consentVersion, consentAt: now, createdAt: now })
  await audit(tx, { actorId: id, action: 'account.created', target: `user:${id}` }, now)
  return id
}

/**
 * The address is somebody's: a registration becomes a member who is signed in, or a member's address changes. All other
 * links for the address are void from now on: whoever else registered it had not proven that it is theirs.
 * @throws Refusal `token-invalid`; `password-needed` for a registration made in another browser.
 */
export function confirm({ tokenHash, browserHash, passwordHash, session, moved }: Confirmation, now: Date) {
  return write(async (tx) => {
    const token = await findMailToken(tokenHash, now, tx)
    if (!token || token.purpose === 'reset' || (await findAccount(token.email, tx))) throw new Refusal('token-invalid')
    const { purpose, email } = token
    if (purpose === 'change-email') await moveAddress(tx, token, moved, now)
    else {
      const typed = isSameBrowser(token, browserHash) ? token.passwordHash : null
      const chosen = passwordHash ?? typed
      if (chosen === null) throw new Refusal('password-needed')
      await begin(tx, await makeMember(tx, token, chosen, now), session, now)
    }
    await tx.delete(mailTokens).where(eq(mailTokens.email, email))
    return { purpose, email }
  })
}

async function moveAddress(tx: Handle, { email, userId }: MailToken, moved: Confirmation['moved'], now: Date) {
  const account = userId === null ? undefined : await findAccountById(userId, tx)
  if (userId === null || !account || account.disabledAt) throw new Refusal('token-invalid')
  if (account.email) await queueMail(tx, moved(account.email), now)
  // Links that went to the old address must not open the account any more.
  await tx.delete(mailTokens).where(eq(mailTokens.userId, userId))
  await tx.update(users).set({ email }).where(eq(users.id, userId))
  await audit(tx, { actorId: userId, action: 'account.email-changed', target: `user:${userId}` }, now)
}

/** Removes links that have run out, and with them registrations that nobody confirmed. */
export const sweepMailTokens = (now: Date) => write((tx) => tx.delete(mailTokens).where(lt(mailTokens.expiresAt, now)))

/** Voids whatever was mailed to a person or to an address. */
export const voidMailTokens = (tx: Handle, userId: string, email: string | null) =>
  tx
    .delete(mailTokens)
    .where(
      email === null ? eq(mailTokens.userId, userId) : or(eq(mailTokens.userId, userId), eq(mailTokens.email, email)),
    )

/** Mails a link that moves a member's address to another one. Nothing tells whether that one has an account. */
export function requestEmailChange(
  input: { userId: string; email: string; tokenHash: string; letters: { confirm: Letter; known: Letter } },
  limits: MailLimits,
  now: Date,
): Promise<void> {
  return write(async (tx) => {
    if (!(await mayMail(tx, limits, now))) return
    const { userId, email, tokenHash, letters } = input
    if (await findAccount(email, tx)) {
      await queueMail(tx, letters.known, now)
      return
    }
    await tx.delete(mailTokens).where(and(eq(mailTokens.userId, userId), eq(mailTokens.purpose, 'change-email')))
    const expiresAt = new Date(now.getTime() + registerHours * hourMs)
    await tx
      .insert(mailTokens)
      .values({ hash: tokenHash, purpose: 'change-email', email, userId, createdAt: now, expiresAt })
    await queueMail(tx, letters.confirm, now)
  })
}
