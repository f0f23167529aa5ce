import { and, desc, eq, inArray, isNotNull, isNull, max, ne, or, sql } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { sessions, users } from '@/db/schema'
import { pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import { Refusal } from '@/lib/errors'
import type { PeopleQuery, PersonState } from './input'
import type { PeopleView, PersonView } from './output'
import { patternFor } from './search'

const peopleAtOnce = 50

const columns = {
  id: users.id,
  nickname: users.nickname,
  email: users.email,
  role: users.role,
  subjects: users.subjects,
  totpConfirmedAt: users.totpConfirmedAt,
  disabledAt: users.disabledAt,
  eraseAt: users.eraseAt,
  createdAt: users.createdAt,
}

const stateIs = {
  active: and(isNull(users.disabledAt), isNull(users.eraseAt)),
  disabled: isNotNull(users.disabledAt),
  leaving: and(isNull(users.disabledAt), isNotNull(users.eraseAt)),
} satisfies Record<PersonState, unknown>

function named(q: string) {
  const pattern = patternFor(q)
  return or(
    eq(users.id, q),
    sql`${users.email} like ${pattern} escape '\\'`,
    sql`lower(${users.nickname}) like ${pattern} escape '\\'`,
  )
}

type Row = Awaited<ReturnType<typeof findRows>>[number]

const findRows = (handle: Handle, where: ReturnType<typeof and>, limit: number) =>
  handle.select(columns).from(users).where(where).orderBy(desc(users.createdAt), desc(users.id)).limit(limit)

/** When each was last seen in a session that lives. */
async function lastSeen(ids: readonly string[], handle: Handle): Promise<Map<string, Date | null>> {
  const rows = await handle
    .select({ userId: sessions.userId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(inArray(sessions.userId, [...ids]))
    .groupBy(sessions.userId)
  return new Map(rows.map((row) => [row.userId, row.at]))
}

function view(row: Row, seenAt: Date | null | undefined): PersonView {
  const { totpConfirmedAt, disabledAt, eraseAt, createdAt, ...rest } = row
  return {
    ...rest,
    state: disabledAt ? 'disabled' : eraseAt ? 'leaving' : 'active',
    totp: totpConfirmedAt !== null,
    createdAt: createdAt.toISOString(),
    lastSeenAt: seenAt?.toISOString() ?? null,
  }
}

/** Members, the newest first, a page at a time; guests have nothing to be found by. */
export async function listPeople({ q, role, state, cursor }: PeopleQuery, handle: Handle = db()): Promise<PeopleView> {
  const where = and(
    eq(users.kind, 'member'),
    role && eq(users.role, role),
    state && stateIs[state],
    q ? named(q) : undefined,
    olderThan(cursor, users.createdAt, users.id),
  )
  const found = await findRows(handle, where, peopleAtOnce + 1)
  const { items, nextCursor } = pageOf(found, peopleAtOnce, ({ createdAt, id }) => ({ at: createdAt, id }))
  const seen = await lastSeen(
    items.map((row) => row.id),
    handle,
  )
  return { items: items.map((row) => view(row, seen.get(row.id))), nextCursor }
}

/** @throws Refusal `not-found` for a guest, too. */
export async function getPerson(id: string, handle: Handle = db()): Promise<PersonView> {
  const [row] = await findRows(handle, and(eq(users.id, id), eq(users.kind, 'member')), 1)
  if (!row) throw new Refusal('not-found')
  return view(row, (await lastSeen([id], handle)).get(id))
}

/** A member by the canonical address, as the command line looks for them. */
export async function findMember(email: string, handle: Handle = db()): Promise<PersonView | undefined> {
  const [row] = await findRows(handle, and(eq(users.email, email), eq(users.kind, 'member')), 1)
  return row && view(row, null)
}

/** How many admins there are who can act and stay, besides one. */
export const countOtherAdmins = (id: string, handle: Handle) =>
  handle.$count(
    users,
    and(
      eq(users.kind, 'member'),
      eq(users.role, 'admin'),
      isNull(users.disabledAt),
      isNull(users.eraseAt),
      ne(users.id, id),
    ),
  )
