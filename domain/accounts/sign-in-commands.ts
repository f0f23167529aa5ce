import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { identities, mailTokens, sessions, users } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { openSession } from '@/domain/sessions/commands'
import { clearCounts, countEvent, type StoredLimit, uncount } from '@/domain/users/throttle-commands'
import { Refusal } from '@/lib/errors'
import { type Account, findAccount, findAccountById } from './queries'

/** A try is counted before it is judged, so that many at once cannot pass together. @throws Refusal `too-many-requests` */
export function countTry(limits: readonly StoredLimit[], now: Date): Promise<void> {
  return write(async (tx) => {
    for (const limit of limits) await countEvent(tx, limit, now)
  })
}

export type NewSession = {
  tokenHash: string
  device: string
  /** Of the cookie that the browser came with: that session ends, whoever's it was. */
  before: string | null
}

/** Opens a new session in place of the one this browser had, so that no token is carried from one person to another. */
export async function begin(tx: Handle, userId: string, { tokenHash, device, before }: NewSession, now: Date) {
  if (before) await tx.delete(sessions).where(eq(sessions.tokenHash, before))
  await openSession(tx, { userId, tokenHash, device }, now)
}

type Proven = {
  userId: string
  /** The hash that the password was held against. */
  against: string | null
  /** The same password at today's cost, where that hash is older. */
  rehash: string | null
  session: NewSession
  /** Counters of tries: those that begin anew, and those that only forget this one. */
  counted: { clear: string[]; giveBack: string[] }
}

/**
 * Somebody has shown the right password. It took a while to find that out: whoever's password was changed, or who was
 * disabled, meanwhile is not signed in by the old one. @throws Refusal `credentials`
 */
export function signInByPassword({ userId, against, rehash, session, counted }: Proven, now: Date): Promise<void> {
  return write(async (tx) => {
    const account = await findAccountById(userId, tx)
    if (!account || account.disabledAt || account.passwordHash !== against) throw new Refusal('credentials')
    await clearCounts(tx, counted.clear)
    await uncount(tx, counted.giveBack)
    if (rehash) await tx.update(users).set({ passwordHash: rehash }).where(eq(users.id, userId))
    await begin(tx, userId, session, now)
  })
}

/** A password that was asked for again was right: its tries begin anew. */
export const forgetTries = (keys: readonly string[]) => write((tx) => clearCounts(tx, keys))

export type Identity = {
  provider: string
  /** The person's id at the provider. */
  subject: string
  /** Only an address that the provider has verified; else null. */
  email: string | null
  nickname: string | null
}

async function findByIdentity(tx: Handle, { provider, subject }: Identity): Promise<Account | undefined> {
  const [known] = await tx
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject)))
  return known && findAccountById(known.userId, tx)
}

async function makeMember(tx: Handle, { email, nickname }: Identity, consentVersion: string, now: Date) {
  const id = randomUUID()
  await tx.insert(users).values({ id, kind: 'member', email, nickname, consentVersion, consentAt: now, createdAt: now })
  await audit(tx, { actorId: id, action: 'account.created', target: `user:${id}` }, now)
  // Whoever registered this address without proving it loses the password that was typed.
  if (email) await tx.delete(mailTokens).where(eq(mailTokens.email, email))
  return id
}

async function link(tx: Handle, userId: string, { provider, subject }: Identity, now: Date) {
  await tx.insert(identities).values({ provider, subject, userId, createdAt: now })
  await audit(tx, { actorId: userId, action: 'account.linked', target: `user:${userId}`, details: { provider } }, now)
}

/**
 * Signs in whom a provider vouches for: the member this identity belongs to, else the member who has the verified address
 * (the identity is linked), else a new member. A person with a second factor signs in by password, where it is asked for.
 * @returns why not, where nobody was signed in.
 */
export function signInByIdentity(
  identity: Identity,
  session: NewSession,
  { consentVersion, now }: { consentVersion: string; now: Date },
): Promise<'signed-in' | 'disabled' | 'second-factor'> {
  return write(async (tx) => {
    const known = await findByIdentity(tx, identity)
    const account = known ?? (identity.email ? await findAccount(identity.email, tx) : undefined)
    if (account?.disabledAt) return 'disabled'
    if (account?.totpConfirmedAt) return 'second-factor'
    const userId = account?.id ?? (await makeMember(tx, identity, consentVersion, now))
    if (!known) await link(tx, userId, identity, now)
    await begin(tx, userId, session, now)
    return 'signed-in'
  })
}
