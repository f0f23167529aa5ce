import { and, asc, eq, inArray, like, lte, or } from 'drizzle-orm'
import { db, type Handle, write } from '@/db/client'
import { emptyLog } from '@/db/compact'
import {
  answers,
  apiTokens,
  attempts,
  checkIns,
  deliveries,
  favourites,
  identities,
  imports,
  mistakes,
  notes,
  practiceReminders,
  questionVersions,
  recoveryCodes,
  reports,
  sessions,
  throttles,
  uploads,
  users,
} from '@/db/schema'
import { voidMailTokens } from '@/domain/accounts/commands'
import { audit } from '@/domain/audit/commands'
import { forgetPracticeReminders } from '@/domain/practice-reminders/commands'
import { forgetReminders } from '@/domain/reminders/commands'
import { blankRecords } from './blank-commands'
import { listVersionsOf } from './desk-queries'

/** What lies outside the store, and how an address is called where it is counted. */
export type Outside = {
  countedAs: (email: string) => string
  dropKeptMails: (email: string) => Promise<void>
}

const rowsAtOnce = 300
const dueAtOnce = 100

/** What browsers were told of: they are known by the daily reminder alone, which belongs to the person. */
async function forgetBrowsers(tx: Handle, userId: string) {
  for (const endpoint of await forgetPracticeReminders(tx, userId)) {
    await tx.delete(deliveries).where(eq(deliveries.to, endpoint))
    await forgetReminders(tx, 'push', endpoint)
  }
}

/** What was mailed to an address, or counted under it. */
async function forgetAddress(tx: Handle, userId: string, email: string | null, { countedAs }: Outside) {
  await voidMailTokens(tx, userId, email)
  if (email === null) return
  await tx.delete(deliveries).where(eq(deliveries.to, email))
  await forgetReminders(tx, 'mail', email)
  const key = countedAs(email)
  await tx.delete(throttles).where(or(like(throttles.key, `%:${key}`), like(throttles.key, `%:${key}:%`)))
}

/** From here on nobody can sign in as this person, nor take it back. @returns null for who is not due. */
function closeAccount(
  userId: string,
  now: Date,
  outside: Outside,
): Promise<Pick<typeof users.$inferSelect, 'email' | 'kind'> | null> {
  return write(async (tx) => {
    const [person] = await tx
      .select({ email: users.email, kind: users.kind })
      .from(users)
      .where(and(eq(users.id, userId), lte(users.eraseAt, now)))
    if (!person) return null
    for (const table of [sessions, apiTokens, identities, recoveryCodes, uploads])
      await tx.delete(table).where(eq(table.userId, userId))
    await forgetAddress(tx, userId, person.email, outside)
    await forgetBrowsers(tx, userId)
    await tx
      .update(users)
      .set({ guestTokenHash: null, passwordHash: null, disabledAt: now })
      .where(eq(users.id, userId))
    return person
  })
}

/** @returns whether there may be more. */
function deleteSome(table: typeof mistakes | typeof favourites | typeof notes, userId: string): Promise<boolean> {
  return write(async (tx) => {
    const some = await tx
      .select({ id: table.questionId })
      .from(table)
      .where(eq(table.userId, userId))
      .orderBy(asc(table.questionId))
      .limit(rowsAtOnce)
    const ids = some.map((one) => one.id)
    await tx.delete(table).where(and(eq(table.userId, userId), inArray(table.questionId, ids)))
    return some.length === rowsAtOnce
  })
}

/** What was written for the bank stays, and is nobody's from then on. */
async function leaveDesk(userId: string) {
  await write((tx) => tx.update(imports).set({ userId: null }).where(eq(imports.userId, userId)))
  for (let after = ''; ; ) {
    const some = await listVersionsOf(userId, after)
    const ids = some.map((one) => one.id)
    const last = ids.at(-1)
    if (last === undefined) return
    await write(async (tx) => {
      const { id, authorId, approverId } = questionVersions
      const among = inArray(id, ids)
      await tx
        .update(questionVersions)
        .set({ authorId: null })
        .where(and(among, eq(authorId, userId)))
      await tx
        .update(questionVersions)
        .set({ approverId: null })
        .where(and(among, eq(approverId, userId)))
    })
    after = last
  }
}

async function deleteRecords(userId: string) {
  for (const table of [mistakes, favourites, notes]) while (await deleteSome(table, userId));
  await write(async (tx) => {
    await tx.delete(checkIns).where(eq(checkIns.userId, userId))
    await forgetBrowsers(tx, userId)
  })
}

/** The person's own row goes last, and only when nothing points at it any more. */
function deletePerson(userId: string, email: string | null, now: Date, outside: Outside): Promise<boolean> {
  return write(async (tx) => {
    for (const table of [attempts, answers, reports, mistakes, favourites, notes, checkIns, practiceReminders])
      if ((await tx.$count(table, eq(table.userId, userId))) > 0) return false
    await forgetAddress(tx, userId, email, outside)
    await tx.delete(users).where(eq(users.id, userId))
    await audit(tx, { actorId: userId, action: 'account.erased', target: `user:${userId}` }, now)
    return true
  })
}

async function erasePerson(userId: string, now: Date, outside: Outside) {
  const person = await closeAccount(userId, now, outside)
  if (!person) return
  // A request that was let in before may still add something.
  for (let tries = 0; tries < 5; tries++) {
    await blankRecords(userId)
    await deleteRecords(userId)
    if (person.kind === 'member') await leaveDesk(userId)
    if (person.email) await outside.dropKeptMails(person.email)
    if (await deletePerson(userId, person.email, now, outside)) return
  }
  throw new Error('somebody who is to be deleted goes on practising')
}

/**
 * Deletes everybody whose time has come, by the rule in erasure.ts, and empties the database's log of what it held.
 * Each step can be repeated: killed in the middle, the next run goes on.
 * @returns false when the log could not be emptied yet: another process reads it.
 * @throws AggregateError of those who could not be deleted, after all others were.
 */
export async function eraseDue(now: Date, outside: Outside): Promise<boolean> {
  const due = await db()
    .select({ id: users.id })
    .from(users)
    .where(lte(users.eraseAt, now))
    .orderBy(asc(users.eraseAt), asc(users.id))
    .limit(dueAtOnce)
  const failures: unknown[] = []
  for (const { id } of due) await erasePerson(id, now, outside).catch((error: unknown) => failures.push(error))
  const emptied = await emptyLog()
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be deleted`)
  return emptied
}

/** A guest goes at once. Should this be cut off, the job goes on. */
export async function eraseGuest(userId: string, now: Date, outside: Outside): Promise<void> {
  await write((tx) =>
    tx
      .update(users)
      .set({ eraseAt: now })
      .where(and(eq(users.id, userId), eq(users.kind, 'guest'))),
  )
  await erasePerson(userId, now, outside)
  await emptyLog()
}
