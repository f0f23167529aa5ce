import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { identities, users } from '@/db/schema'
import type { History } from '@/domain/merges/output'
import { Refusal } from '@/lib/errors'
import { consentVersion } from './consent'
import type { MeView } from './output'
import type { User } from './queries'

const nobody: MeView = {
  kind: 'nobody',
  id: null,
  nickname: null,
  email: null,
  role: 'learner',
  subjects: null,
  hasPassword: false,
  totp: false,
  providers: [],
  settings: {},
  goal: null,
  consent: null,
  createdAt: null,
  eraseAt: null,
  sessionId: null,
  toMerge: null,
}

/** The providers a person may sign in with, each once. */
async function listProviders(userId: string): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ provider: identities.provider })
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(identities.provider))
  return rows.map((row) => row.provider)
}

/** Who one is, as far as it is one's own to know. @throws Refusal `not-found` for a person who has gone meanwhile. */
export async function getMe(user: User | null, toMerge: History | null): Promise<MeView> {
  if (!user) return nobody
  const [row] = await db().select().from(users).where(eq(users.id, user.id))
  if (!row) throw new Refusal('not-found')
  const { id, kind, nickname, email, role, subjects, consentVersion: version, consentAt } = row
  return {
    id,
    kind,
    nickname,
    email,
    role,
    subjects,
    hasPassword: row.passwordHash !== null,
    totp: row.totpConfirmedAt !== null,
    providers: kind === 'member' ? await listProviders(id) : [],
    settings: row.settings ?? {},
    goal: row.goal,
    consent:
      version && consentAt ? { version, at: consentAt.toISOString(), current: version === consentVersion } : null,
    createdAt: row.createdAt.toISOString(),
    eraseAt: row.eraseAt?.toISOString() ?? null,
    sessionId: user.sessionId,
    toMerge,
  }
}
