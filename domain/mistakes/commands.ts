import { and, eq, sql } from 'drizzle-orm'
import { type Handle, prepared, write } from '@/db/client'
import { mistakes } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { findMistake } from './entry-queries'
import { afterEvent, type Mistake, type MistakeEvent } from './mistake'

type Of = { userId: string; questionId: string }

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

/** Takes note of an answer whose verdict was told, and is final. Call it once for each such answer, as it is told. */
export async function recordAnswer(
  tx: Handle,
  of: Of & { subjectSlug: string },
  answered: { at: Date; right: boolean },
) {
  const before = await findMistake(of, tx)
  const after = afterEvent(before ?? null, { kind: 'answered', ...answered })
  if (after) await saveMistake(tx, after).execute({ ...of, ...fieldsOf(after) })
}

function byHand(of: Of, event: MistakeEvent, isNews: (before: Mistake) => boolean): Promise<void> {
  return write(async (tx) => {
    const before = await findMistake(of, tx)
    if (!before) throw new Refusal('not-found')
    const after = isNews(before) && afterEvent(before, event)
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
