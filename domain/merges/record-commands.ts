import { and, eq, inArray } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { checkIns, favourites, notes, practiceReminders, reports } from '@/db/schema'
import { joinTexts, type Pair, planCheckIns } from './merge-plan'

/** Databases take only so many values in one statement. */
const most = 500
export const inParts = <T>(all: readonly T[]) =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, part) => all.slice(part * most, (part + 1) * most))

export async function moveCheckIns(tx: Handle, { guestId, memberId }: Pair) {
  const theirs = await tx.select().from(checkIns).where(eq(checkIns.userId, guestId))
  const mine = await tx.select().from(checkIns).where(eq(checkIns.userId, memberId))
  const { taken, replaced } = planCheckIns(mine, theirs)
  await tx.delete(checkIns).where(eq(checkIns.userId, guestId))
  for (const { examSlug, day } of replaced)
    await tx
      .delete(checkIns)
      .where(and(eq(checkIns.userId, memberId), eq(checkIns.examSlug, examSlug), eq(checkIns.day, day)))
  for (const part of inParts(taken)) await tx.insert(checkIns).values(part.map((one) => ({ ...one, userId: memberId })))
}

export async function moveFavourites(tx: Handle, { guestId, memberId }: Pair) {
  const theirs = await tx.select().from(favourites).where(eq(favourites.userId, guestId))
  await tx.delete(favourites).where(eq(favourites.userId, guestId))
  for (const part of inParts(theirs))
    await tx
      .insert(favourites)
      .values(part.map((one) => ({ ...one, userId: memberId })))
      .onConflictDoNothing()
}

async function listNotes(tx: Handle, userId: string, questionIds: readonly string[]) {
  const found = await Promise.all(
    inParts(questionIds).map((part) =>
      tx
        .select()
        .from(notes)
        .where(and(eq(notes.userId, userId), inArray(notes.questionId, [...part]))),
    ),
  )
  return new Map(found.flat().map((one) => [one.questionId, one]))
}

export async function moveNotes(tx: Handle, { guestId, memberId }: Pair) {
  const theirs = await tx.select().from(notes).where(eq(notes.userId, guestId))
  const ids = theirs.map((one) => one.questionId)
  const mine = await listNotes(tx, memberId, ids)
  await tx.delete(notes).where(eq(notes.userId, guestId))
  for (const part of inParts([...mine.keys()]))
    await tx.delete(notes).where(and(eq(notes.userId, memberId), inArray(notes.questionId, [...part])))
  const joined = theirs.map((one) => {
    const known = mine.get(one.questionId)
    if (!known) return { ...one, userId: memberId }
    const updatedAt = new Date(Math.max(known.updatedAt.getTime(), one.updatedAt.getTime()))
    return { ...known, text: joinTexts(known.text, one.text), updatedAt }
  })
  for (const part of inParts(joined)) await tx.insert(notes).values([...part])
}

export const moveReports = (tx: Handle, { guestId, memberId }: Pair) =>
  tx.update(reports).set({ userId: memberId }).where(eq(reports.userId, guestId))

/** A browser goes on asking; what the member chose for the same one stands. */
export async function movePracticeReminders(tx: Handle, { guestId, memberId }: Pair) {
  const theirs = await tx.select().from(practiceReminders).where(eq(practiceReminders.userId, guestId))
  await tx.delete(practiceReminders).where(eq(practiceReminders.userId, guestId))
  for (const part of inParts(theirs))
    await tx
      .insert(practiceReminders)
      .values(part.map((one) => ({ ...one, userId: memberId })))
      .onConflictDoNothing()
}
