import { and, eq, gt } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { mailTokens, users } from '@/db/schema'

const account = {
  id: users.id,
  email: users.email,
  nickname: users.nickname,
  role: users.role,
  passwordHash: users.passwordHash,
  totpConfirmedAt: users.totpConfirmedAt,
  disabledAt: users.disabledAt,
}

/** @param email in its canonical form. */
export async function findAccount(email: string, handle: Handle = db()) {
  const [found] = await handle.select(account).from(users).where(eq(users.email, email))
  return found
}

export async function findAccountById(id: string, handle: Handle = db()) {
  const [found] = await handle.select(account).from(users).where(eq(users.id, id))
  return found
}
export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/** What a link from a mail opens, by the token's hash; undefined when it is unknown, used or expired. */
export async function findMailToken(hash: string, now: Date, handle: Handle = db()) {
  const [token] = await handle
    .select()
    .from(mailTokens)
    .where(and(eq(mailTokens.hash, hash), gt(mailTokens.expiresAt, now)))
  return token
}
export type MailToken = NonNullable<Awaited<ReturnType<typeof findMailToken>>>
