import { eq } from 'drizzle-orm'
import { db, type Handle, write } from '@/db/client'
import { attemptItems, attempts } from '@/db/schema'
import { pointsOf } from '@/domain/daily/queries'
import { getSubject } from '@/domain/exams/queries'
import { limitSecondsOf } from '@/domain/practice/drawing'
import { type Plan, planOf, type Wish } from '@/domain/practice/plan-commands'
import { getVersions, questionRows } from '@/domain/questions/queries'
import { Refusal } from '@/lib/errors'
import { endAttempt } from './commands'
import type { StartAttempt } from './input'
import { getAttempt, getAttemptState } from './queries'
import type { AttemptState } from './view'

async function findAttempt(handle: Handle, where: ReturnType<typeof eq>) {
  const found = { id: attempts.id, userId: attempts.userId, startedAt: attempts.startedAt }
  const [attempt] = await handle.select(found).from(attempts).where(where)
  return attempt
}

type Found = { id: string } | { ends: string } | undefined

/** The attempt that a start gives back, or the one that has to end first. @throws Refusal `id-taken` */
async function findStarted(handle: Handle, { userId, input }: Wish, plan: Plan): Promise<Found> {
  const same = await findAttempt(handle, eq(attempts.id, input.id))
  if (same && same.userId !== userId) throw new Refusal('id-taken')
  if (same) return { id: same.id }
  const open = await findAttempt(handle, eq(attempts.openKey, plan.openKey))
  if (!open) return undefined
  return plan.resumes(open.startedAt) ? { id: open.id } : { ends: open.id }
}

/** The questions of a new attempt, each with the version that is current now: it stays. */
async function itemsOf(tx: Handle, { subject, input }: Wish, ids: readonly string[]) {
  const rows = await questionRows(ids, tx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const versions = await getVersions(
    rows.map((row) => row.versionId),
    tx,
  )
  const items = ids.flatMap((id, position) => {
    const row = byId.get(id)
    if (!row) return []
    const { rule, points } = pointsOf(subject, row, versions.get(row.versionId)?.solution.markingPoints)
    return { attemptId: input.id, questionId: id, position, versionId: row.versionId, rule, points }
  })
  return { rows, items }
}

async function insertAttempt(tx: Handle, wish: Wish, { openKey, scope, set }: Plan, ids: readonly string[]) {
  const { userId, subject, input, now } = wish
  const { rows, items } = await itemsOf(tx, wish, ids)
  const { daily } = subject.paper
  await tx.insert(attempts).values({
    id: input.id,
    userId,
    examSlug: subject.exam.slug,
    subjectSlug: input.subject,
    mode: input.mode,
    setId: set?.id,
    day: set?.on,
    scope,
    feedback: input.mode === 'recite' ? 'each' : input.feedback,
    startedAt: now,
    limitSeconds: input.mode === 'daily' ? daily.limitSeconds : limitSecondsOf(subject.paper, rows),
    openKey,
  })
  await tx.insert(attemptItems).values(items)
}

/**
 * Starts an attempt, or gives back the one there is: the same id, or this person's unfinished one at the same questions.
 * The versions of its questions are fixed here.
 * @param at `seed`: chance, for sets that are drawn at random.
 * @throws Refusal `id-taken` when the id is somebody else's; `no-questions` when nothing fits; as planOf.
 */
export async function startAttempt(
  userId: string,
  input: StartAttempt,
  at: { now: Date; seed: string },
): Promise<AttemptState> {
  const wish = { userId, input, subject: await getSubject(input.subject), ...at }
  const plan = await planOf(wish)
  const known = await findStarted(db(), wish, plan)
  const id = known && 'id' in known ? known.id : await begin(wish, plan)
  return getAttemptState(userId, id)
}

async function begin(wish: Wish, plan: Plan): Promise<string> {
  const ids = await plan.draw()
  return write(async (tx) => {
    // Looked for again: another tab may have been faster.
    const found = await findStarted(tx, wish, plan)
    if (found && 'id' in found) return found.id
    if (ids.length === 0) throw new Refusal('no-questions')
    if (found) await endAttempt(tx, await getAttempt(wish.userId, found.ends, tx), wish.now)
    await insertAttempt(tx, wish, plan, ids)
    return wish.input.id
  })
}
