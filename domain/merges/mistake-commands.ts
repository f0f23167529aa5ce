import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { answers, attempts, mistakes } from '@/db/schema'
import { isFinalAtOnce } from '@/domain/attempts/feedback'
import { foldMistake, handEventsOf, type MistakeEvent } from '@/domain/mistakes/mistake'
import type { Pair } from './merge-plan'
import { inParts } from './record-commands'

type Entry = typeof mistakes.$inferSelect
type History = Map<string, MistakeEvent[]>

const listEntries = (tx: Handle, userId: string) => tx.select().from(mistakes).where(eq(mistakes.userId, userId))

/**
 * All that was told of a person's answers to these questions, by question. An essay's marks may still be corrected until its
 * attempt ends: only then does it count.
 */
async function listAnswered(tx: Handle, userId: string, questionIds: readonly string[]): Promise<History> {
  const events: History = new Map()
  for (const part of inParts(questionIds)) {
    const rows = await tx
      .select({
        questionId: answers.questionId,
        type: answers.type,
        answer: answers.answer,
        verdict: answers.verdict,
        at: answers.answeredAt,
        finishedAt: attempts.finishedAt,
      })
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .where(
        and(
          eq(answers.userId, userId),
          inArray(answers.questionId, [...part]),
          eq(answers.told, true),
          ne(answers.verdict, 'unmarked'),
        ),
      )
    const counted = rows.filter((row) => row.finishedAt !== null || isFinalAtOnce(row.type, row.answer))
    for (const { questionId, verdict, at } of counted)
      events.set(questionId, [...(events.get(questionId) ?? []), { kind: 'answered', at, right: verdict === 'right' }])
  }
  return events
}

/** All that made an entry: the answers, and what was done by hand; to come in by a wrong answer is no deed of its own. */
function eventsOf(history: History, entry: Entry | undefined, questionId: string): MistakeEvent[] {
  const answered = history.get(questionId) ?? []
  const wrongAt = new Set(answered.flatMap((one) => (one.kind === 'answered' && !one.right ? one.at.getTime() : [])))
  const byHand = entry ? handEventsOf(entry) : []
  return [...answered, ...byHand.filter(({ kind, at }) => kind !== 'reopened' || !wrongAt.has(at.getTime()))]
}

/** The entries of questions that both have met: what the history of both makes of them. */
async function joinEntries(tx: Handle, { guestId, memberId }: Pair): Promise<Entry[]> {
  const theirs = new Map((await listEntries(tx, guestId)).map((one) => [one.questionId, one]))
  const mine = new Map((await listEntries(tx, memberId)).map((one) => [one.questionId, one]))
  const ids = [...new Set([...theirs.keys(), ...mine.keys()])]
  const answeredByGuest = await listAnswered(tx, guestId, ids)
  const answeredByMember = await listAnswered(tx, memberId, ids)
  return ids.flatMap((questionId) => {
    const [guest, member] = [theirs.get(questionId), mine.get(questionId)]
    const ofGuest = eventsOf(answeredByGuest, guest, questionId)
    const ofMember = eventsOf(answeredByMember, member, questionId)
    const entry = member ?? guest
    if (!entry || ofGuest.length === 0 || ofMember.length === 0) return []
    const folded = foldMistake([...ofGuest, ...ofMember])
    return folded ? [{ ...entry, ...folded, userId: memberId }] : []
  })
}

/** The mistake books become one: what only one has met moves as it is. Answers are still their owners'. */
export async function moveMistakes(tx: Handle, pair: Pair) {
  const { guestId, memberId } = pair
  const joined = await joinEntries(tx, pair)
  for (const part of inParts(joined))
    await tx.delete(mistakes).where(
      and(
        inArray(mistakes.userId, [guestId, memberId]),
        inArray(
          mistakes.questionId,
          part.map((one) => one.questionId),
        ),
      ),
    )
  await tx.update(mistakes).set({ userId: memberId }).where(eq(mistakes.userId, guestId))
  for (const part of inParts(joined)) await tx.insert(mistakes).values([...part])
}
