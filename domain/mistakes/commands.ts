import { and, eq, sql } from 'drizzle-orm'
import { type Handle, prepared, write } from '@/db/client'
import { mistakes } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { findMistake, listFinalAnswers, type Of } from './entry-queries'
import { afterEvent, foldMistake, handEventsOf, type Mistake, type MistakeEvent } from './mistake'

// A placeholder for an instant takes no null, so that what is not mastered leaves both of its fields out.
const mastery = { masteredAt: sql.placeholder('masteredAt'), masteredBy: sql.placeholder('masteredBy') }

const saveMistake = (tx: Handle, { status }: Mistake) =>
  prepared(tx, `save-mistake-${status}`, (on) =>
    on
      .insert(mistakes)
      .values({
        userId: sql.placeholder('userId'),
        questionId: sql.placeholder('questionId'),
        subjectSlug: sql.placeholder('subjectSlug'),
        status: sql.placeholder('status'),
        rightInRow: sql.placeholder('rightInRow'),
        wrongCount: sql.placeholder('wrongCount'),
        enteredAt: sql.placeholder('enteredAt'),
        lastAnsweredAt: sql.placeholder('lastAnsweredAt'),
        ...(status === 'mastered' && mastery),
      })
      .onConflictDoUpdate({
        target: [mistakes.userId, mistakes.questionId],
        set: {
          status: sql`excluded.status`,
          rightInRow: sql`excluded.right_in_row`,
          wrongCount: sql`excluded.wrong_count`,
          enteredAt: sql`excluded.entered_at`,
          lastAnsweredAt: sql`excluded.last_answered_at`,
          masteredAt: sql`excluded.mastered_at`,
          masteredBy: sql`excluded.mastered_by`,
        },
      }),
  )

const fieldsOf = ({ status, rightInRow, wrongCount, enteredAt, lastAnsweredAt, masteredAt, masteredBy }: Mistake) => ({
  status,
  rightInRow,
  wrongCount,
  enteredAt,
  lastAnsweredAt,
  masteredAt,
  masteredBy,
})

/** Whether something else happened to a question after an answer that is told only now: offline, or at an end. */
const isLate = (at: Date, lastAt: Date | null, entry: Mistake | null) =>
  [lastAt, entry?.enteredAt, entry?.masteredAt].some((other) => other && other > at)

/**
 * Takes note of an answer whose verdict was told, and is final: once for each such answer, after it was saved so. The book
 * stays what the whole history in its order makes of it, also where answers are told out of their order.
 */
export async function recordAnswer(
  tx: Handle,
  { userId, questionId, subjectSlug }: Of & { subjectSlug: string },
  answered: { at: Date; right: boolean },
) {
  const of = { userId, questionId }
  const { entry, lastAt } = await findMistake(of, tx)
  const after = isLate(answered.at, lastAt, entry)
    ? foldMistake([...(await listFinalAnswers(of, tx)), ...(entry ? handEventsOf(entry) : [])])
    : afterEvent(entry, { kind: 'answered', ...answered })
  if (after) await saveMistake(tx, after).execute({ ...of, subjectSlug, ...fieldsOf(after) })
}

function byHand(of: Of, event: MistakeEvent, isNews: (before: Mistake) => boolean): Promise<void> {
  return write(async (tx) => {
    const { entry } = await findMistake(of, tx)
    if (!entry) throw new Refusal('not-found')
    const after = isNews(entry) && afterEvent(entry, event)
    if (!after) return
    await tx
      .update(mistakes)
      .set(fieldsOf(after))
      .where(and(eq(mistakes.userId, of.userId), eq(mistakes.questionId, of.questionId)))
  })
}

/** Says by hand that a question is mastered. Again: nothing. @throws Refusal `not-found` when it never was in the book. */
export const masterMistake = (of: Of, now: Date) =>
  byHand(of, { kind: 'mastered', at: now }, ({ status }) => status === 'open')

/** Puts a question back into the book. Again: nothing. @throws Refusal `not-found` when it never was in the book. */
export const reopenMistake = (of: Of, now: Date) =>
  byHand(of, { kind: 'reopened', at: now }, ({ status }) => status === 'mastered')
