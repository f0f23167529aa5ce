import { and, eq, inArray, max, min } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { lawEditions, questionLaws, questions } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { always } from '@/domain/questions/law-eligibility'
import { noteVisibleChange } from '@/domain/questions/version-commands'
import { Refusal } from '@/lib/errors'
import { succession } from './effect'
import type { EditionChange, NewEdition } from './input'
import { getLaw } from './list-queries'
import type { LawChanged } from './output'
import { findEdition } from './queries'

const rowsAtOnce = 500

type Bounds = { from: string; until: string }

/** The bounds of all questions that rest on a law, as the register has them now: of all the laws that each rests on. */
async function listBounds(tx: Handle, law: string) {
  const resting = tx.select({ id: questionLaws.questionId }).from(questionLaws).where(eq(questionLaws.law, law))
  const rows = await tx
    .select({
      id: questions.id,
      subject: questions.subjectSlug,
      status: questions.status,
      before: { from: questions.inForceFrom, until: questions.inForceUntil },
      from: max(lawEditions.effectiveOn),
      until: min(lawEditions.endsOn),
    })
    .from(questions)
    .innerJoin(questionLaws, eq(questionLaws.questionId, questions.id))
    .leftJoin(lawEditions, and(eq(lawEditions.law, questionLaws.law), eq(lawEditions.edition, questionLaws.edition)))
    .where(inArray(questions.id, resting))
    .groupBy(questions.id)
  return rows.map(({ from, until, ...row }) => ({
    ...row,
    after: { from: from ?? always.from, until: until ?? always.until },
  }))
}

/** Questions rest on their laws for the days that the register has by now, all of them or none. @returns how many moved */
export async function moveBounds(tx: Handle, law: string, now: Date): Promise<number> {
  const moved = (await listBounds(tx, law)).filter(
    ({ before, after }) => before.from !== after.from || before.until !== after.until,
  )
  const groups = new Map<string, { after: Bounds; ids: string[] }>()
  for (const { id, after } of moved) {
    const key = `${after.from}/${after.until}`
    const group = groups.get(key) ?? { after, ids: [] }
    groups.set(key, group)
    group.ids.push(id)
  }
  for (const { after, ids } of groups.values())
    for (let at = 0; at < ids.length; at += rowsAtOnce)
      await tx
        .update(questions)
        .set({ inForceFrom: after.from, inForceUntil: after.until })
        .where(inArray(questions.id, ids.slice(at, at + rowsAtOnce)))
  const visible = moved.filter((one) => one.status === 'published').map((one) => one.subject)
  await noteVisibleChange(tx, visible, now)
  return moved.length
}

type Changed = { actorId: string; action: 'law.added' | 'law.changed'; law: string; edition: string; details: object }

async function settle(tx: Handle, { actorId, action, law, edition, details }: Changed, now: Date): Promise<LawChanged> {
  const moved = await moveBounds(tx, law, now)
  const noted = { ...details, edition, questions: moved }
  await audit(tx, { actorId, action, target: `law:${law}`, details: noted }, now)
  return { ...(await getLaw(law, now, tx)), moved }
}

const byEditor = { origin: 'editor' as const }

/**
 * Enters an edition of a law. The one before it ends on the day on which the new one comes into force, and its questions
 * are withheld from the sittings that examine the law of that day or a later one.
 * @throws Refusal `id-taken` when it is known already
 */
export function addEdition(actorId: string, added: NewEdition, now: Date): Promise<LawChanged> {
  return write(async (tx) => {
    if (await findEdition(tx, added)) throw new Refusal('id-taken')
    const { law, edition } = added
    const others = await tx.select().from(lawEditions).where(eq(lawEditions.law, law)).orderBy(lawEditions.edition)
    const { endsOn, ends } = succession(added, others)
    await tx.insert(lawEditions).values({ ...added, endsOn, ...byEditor })
    for (const one of ends)
      await tx
        .update(lawEditions)
        .set({ endsOn: one.endsOn, ...byEditor })
        .where(and(eq(lawEditions.law, law), eq(lawEditions.edition, one.edition)))
    const ended = ends.map((one) => one.edition)
    const details = { effectiveOn: added.effectiveOn, endsOn, ended }
    return settle(tx, { actorId, action: 'law.added', law, edition, details }, now)
  })
}

/** Changes an edition's title or days. @throws Refusal `not-found`; `invalid` when it would end before it begins */
export function changeEdition(
  actorId: string,
  of: { law: string; edition: string },
  change: EditionChange,
  now: Date,
): Promise<LawChanged> {
  return write(async (tx) => {
    const before = await findEdition(tx, of)
    if (!before) throw new Refusal('not-found')
    const after = {
      title: change.title ?? before.title,
      effectiveOn: change.effectiveOn === undefined ? before.effectiveOn : change.effectiveOn,
      endsOn: change.endsOn === undefined ? before.endsOn : change.endsOn,
    }
    if (after.effectiveOn !== null && after.endsOn !== null && after.effectiveOn >= after.endsOn)
      throw new Refusal('invalid', {
        errors: [{ path: 'body.endsOn', code: 'backwards', message: 'must be after the day it came into force' }],
      })
    await tx
      .update(lawEditions)
      .set({ ...after, ...byEditor })
      .where(and(eq(lawEditions.law, of.law), eq(lawEditions.edition, of.edition)))
    const details = { effectiveOn: after.effectiveOn, endsOn: after.endsOn }
    return settle(tx, { actorId, action: 'law.changed', ...of, details }, now)
  })
}
