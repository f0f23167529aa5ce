import { and, eq, sql } from 'drizzle-orm'
import { type Handle, prepared, write } from '@/db/client'
import { answers } from '@/db/schema'
import { clampAnsweredAt } from '@/domain/check-ins/check-in'
import { recordAnswer } from '@/domain/mistakes/commands'
import { Refusal } from '@/lib/errors'
import { feedbackOf, isFinalAtOnce, sameAnswer } from './feedback'
import type { Answer, PutAnswer, SelfMark } from './input'
import { WrongAnswerShape } from './marking'
import { type Attempt, type AttemptItem, getAttempt, getItem, getItemVersion, type Item, mayTell } from './queries'
import type { Feedback, PutReply } from './view'

/** What is stored already, for the client to adopt. */
type Current = { answer: Answer; feedback: Feedback }
type Outcome =
  | { status: 'saved'; reply: PutReply }
  | { status: 'conflict'; code: 'answered' | 'finished'; current?: Current }

/** Marks; an answer, or marks of one's own, that do not fit the question are the sender's fault, and told as such. */
function told(...marking: Parameters<typeof feedbackOf>): Feedback {
  try {
    return feedbackOf(...marking)
  } catch (error) {
    if (!(error instanceof WrongAnswerShape)) throw error
    const { message } = error
    throw new Refusal('invalid', {
      detail: message,
      errors: [{ path: 'answer', code: 'shape', message }],
      cause: error,
    })
  }
}

async function feedbackFor(tx: Handle, item: AttemptItem, answer: Answer): Promise<Feedback> {
  const version = await getItemVersion(item, tx)
  const kept = item.answer && sameAnswer(item.answer, answer) ? item.selfMarks : null
  return told({ ...version, ...item }, answer, kept)
}

const markedAs = ({ verdict, score, maxScore }: Feedback) => ({
  verdict: verdict === 'unanswered' ? ('wrong' as const) : verdict,
  score,
  maxScore,
})

const insertAnswer = (tx: Handle) =>
  prepared(tx, 'insert-answer', (on) =>
    on.insert(answers).values({
      attemptId: sql.placeholder('attemptId'),
      questionId: sql.placeholder('questionId'),
      answer: sql.placeholder('answer'),
      spentMs: sql.placeholder('spentMs'),
      answeredAt: sql.placeholder('answeredAt'),
      receivedAt: sql.placeholder('receivedAt'),
      verdict: sql.placeholder('verdict'),
      score: sql.placeholder('score'),
      maxScore: sql.placeholder('maxScore'),
      userId: sql.placeholder('userId'),
      subjectSlug: sql.placeholder('subjectSlug'),
      chapterKey: sql.placeholder('chapterKey'),
      type: sql.placeholder('type'),
      told: sql.placeholder('told'),
    }),
  )

async function saveAnswer(
  tx: Handle,
  attempt: Attempt,
  item: AttemptItem,
  input: PutAnswer,
  feedback: Feedback,
  now: Date,
) {
  const claimed = input.answeredAt ? new Date(input.answeredAt) : undefined
  const values = {
    answer: input.answer,
    spentMs: input.spentMs,
    answeredAt: clampAnsweredAt(claimed, attempt.startedAt, now),
    receivedAt: now,
    ...markedAs(feedback),
  }
  const { userId, subjectSlug } = attempt
  const { questionId, chapterKey, type } = item
  const told = mayTell(attempt, item)
  const grouped = { userId, subjectSlug, chapterKey, type, told }
  if (item.answer === null) await insertAnswer(tx).execute({ attemptId: attempt.id, questionId, ...values, ...grouped })
  else
    await tx
      .update(answers)
      .set({ ...values, selfMarks: null })
      .where(isAnswer(attempt.id, item.questionId))
  // An answer that was told is never saved again, so that it is taken note of once.
  if (userId && told && isFinalAtOnce(type, input.answer)) {
    const answered = { at: values.answeredAt, right: values.verdict === 'right' }
    await recordAnswer(tx, { userId, questionId, subjectSlug }, answered)
  }
}

const isAnswer = (attemptId: string, questionId: string) =>
  and(eq(answers.attemptId, attemptId), eq(answers.questionId, questionId))

/** A request that got stuck on its way may come after the one that was sent to replace it: the later answer stands. */
const isOvertaken = (item: AttemptItem, { answeredAt }: PutAnswer) =>
  item.answeredAt !== null && answeredAt !== undefined && new Date(answeredAt) < item.answeredAt

/** Decides what becomes of an answer by what is stored already, and saves it where it may be. */
async function putOne(tx: Handle, { attempt, item }: Item, input: PutAnswer, now: Date): Promise<Outcome> {
  if (attempt.mode === 'recite') throw new Refusal('read-only')
  const tell = mayTell(attempt, item)
  if (item.answer !== null && sameAnswer(item.answer, input.answer))
    return { status: 'saved', reply: tell ? await feedbackFor(tx, item, item.answer) : { saved: true } }
  if (attempt.finishedAt !== null) return { status: 'conflict', code: 'finished' }
  if (item.answer !== null && tell) {
    const current = { answer: item.answer, feedback: await feedbackFor(tx, item, item.answer) }
    return { status: 'conflict', code: 'answered', current }
  }
  const feedback = await feedbackFor(tx, item, input.answer)
  if (!isOvertaken(item, input)) await saveAnswer(tx, attempt, item, input, feedback, now)
  return { status: 'saved', reply: tell ? feedback : { saved: true } }
}

/**
 * Saves one answer, durably, before anything is told of it. The same answer again gives the same reply.
 * @throws Refusal `answered` with `current` when another answer already has its feedback; `finished` after the end;
 *   `invalid` when the answer does not fit the question; `not-found` for another's attempt; `read-only` when reciting.
 */
export function putAnswer(
  of: { userId: string; attemptId: string; questionId: string },
  input: PutAnswer,
  now: Date,
): Promise<PutReply> {
  return write(async (tx) => {
    const outcome = await putOne(tx, await getItem(of, tx), input, now)
    if (outcome.status === 'conflict') throw new Refusal(outcome.code, { current: outcome.current })
    return outcome.reply
  })
}

export type BatchReply = { questionId: string } & (Outcome | { status: 'refused'; code: string; detail: string })

/** Saves many answers in one transaction; a conflict or refusal of one never rejects the others. */
export function putAnswers(
  of: { userId: string; attemptId: string },
  inputs: readonly (PutAnswer & { questionId: string })[],
  now: Date,
): Promise<BatchReply[]> {
  return write(async (tx) => {
    await getAttempt(of.userId, of.attemptId, tx)
    const replies: BatchReply[] = []
    for (const { questionId, ...input } of inputs) {
      try {
        replies.push({ questionId, ...(await putOne(tx, await getItem({ ...of, questionId }, tx), input, now)) })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        replies.push({ questionId, status: 'refused', code: error.code, detail: error.message })
      }
    }
    return replies
  })
}

/**
 * Marks one's own essay by its marking points, after the text was handed in; may be corrected until the end.
 * @throws Refusal `not-handed-in` before there is a text; `finished`; `invalid` for points that are not the question's.
 */
export function markOwnEssay(
  of: { userId: string; attemptId: string; questionId: string },
  points: readonly SelfMark[],
): Promise<Feedback> {
  return write(async (tx) => {
    const { attempt, item } = await getItem(of, tx)
    if (attempt.finishedAt !== null) throw new Refusal('finished')
    if (item.answer === null || 'giveUp' in item.answer || !mayTell(attempt, item)) throw new Refusal('not-handed-in')
    const version = await getItemVersion(item, tx)
    if (version.content.type !== 'essay') throw new Refusal('invalid', { detail: 'only essays are self-marked' })
    const feedback = told({ ...version, ...item }, item.answer, points)
    await tx
      .update(answers)
      .set({ selfMarks: [...points], ...markedAs(feedback) })
      .where(isAnswer(attempt.id, item.questionId))
    return feedback
  })
}
