import { inArray } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { questions, questionVersions } from '@/db/schema'
import type { AuditAction } from '@/domain/audit/actions'
import { audit } from '@/domain/audit/commands'
import { makeNextCurrent, noteVisibleChange } from '@/domain/questions/version-commands'
import { Refusal } from '@/lib/errors'
import { type Move, moved, type Standing } from './life-cycle'
import type { BulkResult, Saved } from './output'
import { askedOf, type Desk, getOwn, listOwn, type Own } from './queries'

const actions: Record<Move, AuditAction> = {
  submit: 'question.submitted',
  publish: 'question.published',
  'send-back': 'question.sent-back',
  retire: 'question.retired',
}

type Step = { own: Own; to: Standing }
type Refused = { id: string; code: 'wrong-state' | 'forbidden' | 'own-work' | 'no-source' }

const idsOf = (steps: readonly Step[]) => steps.map(({ own }) => own.question.id)

/** All that go to the same state, at once. */
async function restate(tx: Handle, steps: readonly Step[], move: Move, now: Date) {
  const byState = new Map<string, Step[]>()
  for (const step of steps) {
    const key = `${step.to.status}/${step.to.nextStatus ?? ''}`
    byState.set(key, [...(byState.get(key) ?? []), step])
  }
  const retiredBy = move === 'retire' ? { retiredBy: 'editor' as const } : move === 'publish' ? { retiredBy: null } : {}
  for (const group of byState.values()) {
    const to = group[0]?.to
    if (!to) continue
    await tx
      .update(questions)
      .set({ status: to.status, nextStatus: to.nextStatus, ...retiredBy, updatedAt: now })
      .where(inArray(questions.id, idsOf(group)))
  }
}

/** The version that waits, or the first one, is the one that is set from now on; who let it be is noted on it. */
async function approve(tx: Handle, steps: readonly Step[], approverId: string, now: Date) {
  for (const { own } of steps)
    if (own.question.nextVersionId !== null) await makeNextCurrent(tx, own.question, own.version.content)
  await tx
    .update(questionVersions)
    .set({ approverId, approvedAt: now })
    .where(
      inArray(
        questionVersions.id,
        steps.map(({ own }) => own.version.id),
      ),
    )
}

/** Candidates see what is published, and what was and is no more. */
const isVisible = (move: Move, { own }: Step) =>
  move === 'publish' || (move === 'retire' && own.question.status === 'published')

/**
 * Moves questions on, in the transaction it is given; whatever may not be moved stays, and is told with its reason. Notes
 * nothing in the audit log: that is the caller's, who knows whether it was one question or a whole import.
 */
export async function moveInto(
  tx: Handle,
  desk: Desk,
  { ids, move }: { ids: readonly string[]; move: Move },
  now: Date,
) {
  const owned = await listOwn(desk, ids, tx)
  const steps: Step[] = []
  const refused: (Refused | { id: string; code: 'not-found' })[] = ids
    .filter((id) => !owned.some((own) => own.question.id === id))
    .map((id) => ({ id, code: 'not-found' as const }))
  for (const own of owned) {
    const outcome = moved(move, askedOf(own, desk))
    if ('to' in outcome) steps.push({ own, to: outcome.to })
    else refused.push({ id: own.question.id, code: outcome.refused })
  }
  if (steps.length > 0) {
    if (move === 'publish') await approve(tx, steps, desk.user.id, now)
    await restate(tx, steps, move, now)
  }
  const seen = steps.filter((step) => isVisible(move, step)).map(({ own }) => own.question.subjectSlug)
  await noteVisibleChange(tx, seen, now)
  return { done: steps.map(({ own }) => own), refused }
}

const noteMove = (tx: Handle, { user }: Desk, { own, move }: { own: Own; move: Move }, now: Date) =>
  audit(
    tx,
    {
      actorId: user.id,
      action: actions[move],
      target: `question:${own.question.id}`,
      details: { subject: own.question.subjectSlug, version: own.version.number },
    },
    now,
  )

export async function savedOf(desk: Desk, id: string, tx: Handle): Promise<Saved> {
  const { question, version } = await getOwn(desk, id, tx)
  return { id, status: question.status, nextStatus: question.nextStatus, base: version.id }
}

/** Moves one question on. @throws Refusal `not-found`, `wrong-state`, `forbidden`, `own-work`, `no-source` */
export function moveQuestion(desk: Desk, { id, move }: { id: string; move: Move }, now: Date): Promise<Saved> {
  return write(async (tx) => {
    const { done, refused } = await moveInto(tx, desk, { ids: [id], move }, now)
    const [no] = refused
    if (no) throw new Refusal(no.code)
    for (const own of done) await noteMove(tx, desk, { own, move }, now)
    return savedOf(desk, id, tx)
  })
}

/** Moves many on, in one transaction: what may not be moved stays and is told. */
export function moveQuestions(desk: Desk, of: { ids: readonly string[]; move: Move }, now: Date): Promise<BulkResult> {
  return write(async (tx) => {
    const { done, refused } = await moveInto(tx, desk, { ids: [...new Set(of.ids)], move: of.move }, now)
    for (const own of done) await noteMove(tx, desk, { own, move: of.move }, now)
    return { done: done.map((own) => own.question.id), refused }
  })
}
