import { z } from 'zod'
import { cursorSchema } from '@/domain/lists/keyset'
import { text } from '@/domain/questions/input'

/** What a candidate hands in for one question. Exactly one of the five shapes. */
export const answerSchema = z.union([
  z.strictObject({
    choices: z
      .array(z.string().regex(/^[A-H]$/))
      .min(1)
      .max(8),
  }),
  z.strictObject({ blanks: z.array(text(500)).min(1).max(20) }),
  z.strictObject({ value: z.number() }),
  z.strictObject({ text: text(20_000).min(1) }),
  z.strictObject({ giveUp: z.literal(true) }),
])
export type Answer = z.infer<typeof answerSchema>

export const verdicts = ['right', 'partial', 'wrong', 'unmarked'] as const
export type Verdict = (typeof verdicts)[number]

export const attemptModes = ['daily', 'chapter', 'mistakes', 'favourites', 'custom', 'recite'] as const
export type AttemptMode = (typeof attemptModes)[number]

/** Which questions a custom set is drawn from. */
const picks = ['unseen', 'wrong', 'all'] as const
export type Pick = (typeof picks)[number]

const chapterKey = text(100)
/** What is practised in modes other than the daily set: chapters by key, none for the whole subject. */
export const practiceScopeSchema = z.strictObject({
  chapters: z.array(chapterKey).max(60).optional(),
  /** custom: how many questions; else as many as there are, 100 at most. */
  count: z.int().min(1).max(100).optional(),
  pick: z.enum(picks).optional(),
  /** recite: whose questions are read; the chapters' when absent. */
  of: z.enum(['daily', 'mistakes', 'favourites']).optional(),
})
export type PracticeScope = z.infer<typeof practiceScopeSchema>

/** When feedback comes: after each answer, or for all of them at the end. */
export const feedbackModes = ['each', 'end'] as const
export type FeedbackMode = (typeof feedbackModes)[number]

export const selfMarkSchema = z.strictObject({ id: z.string().min(1).max(20), awarded: z.number().min(0).max(1000) })
export type SelfMark = z.infer<typeof selfMarkSchema>

export const questionId = text(100).regex(/^[A-Za-z0-9._-]+$/)
/** Made by the client with crypto.getRandomValues; any UUID version will do. */
export const attemptId = z.guid().toLowerCase()

const startShape = z.strictObject({
  id: attemptId,
  mode: z.enum(attemptModes),
  subject: text(100),
  /** daily, and recite of a daily set. */
  on: z.iso.date().optional(),
  /** chapter: the one that is practised; mistakes, favourites and recite: only those of it. */
  chapter: chapterKey.optional(),
  /** custom: the chapters to draw from; all when absent. */
  chapters: z.array(chapterKey).min(1).max(60).optional(),
  count: z.int().min(1).max(100).optional(),
  pick: z.enum(picks).optional(),
  of: z.enum(['daily', 'mistakes', 'favourites']).optional(),
  /** Ends the unfinished attempt at the same questions and begins from the first. */
  again: z.boolean().optional(),
  feedback: z.enum(feedbackModes).default('each'),
})
export type StartAttempt = z.infer<typeof startShape>

const choices = ['on', 'chapter', 'chapters', 'count', 'pick', 'of', 'again'] as const
type Choice = (typeof choices)[number]
/** What may be said in each mode, beside the subject. */
const fitting: Record<AttemptMode, readonly Choice[]> = {
  daily: ['on'],
  chapter: ['chapter', 'again'],
  mistakes: ['chapter', 'count', 'again'],
  favourites: ['chapter', 'count', 'again'],
  custom: ['chapters', 'count', 'pick'],
  recite: ['chapter', 'on', 'of', 'again'],
}

function misfits(start: StartAttempt): Choice[] {
  const { mode, of, chapter } = start
  const wrong = choices.filter((one) => start[one] !== undefined && !fitting[mode].includes(one))
  if (mode === 'chapter' && !chapter) return [...wrong, 'chapter']
  if (mode !== 'recite') return wrong
  // A day is read whole; whatever else is read has no day.
  const other = of === 'daily' ? 'chapter' : 'on'
  return start[other] === undefined ? wrong : [...wrong, other]
}

export const startAttemptSchema = startShape.superRefine((start, context) => {
  for (const path of misfits(start))
    context.addIssue({ code: 'custom', path: [path], message: `does not go with mode ${start.mode}` })
})

/** The most attempts in one page of the history. */
export const attemptsAtOnce = 50

export const historyQuerySchema = z.object({
  subject: text(100).optional(),
  mode: z.enum(attemptModes).optional(),
  status: z.enum(['open', 'finished']).optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(attemptsAtOnce).default(attemptsAtOnce),
})
export type HistoryQuery = z.output<typeof historyQuerySchema>

/** A list of questions of one's own: all of them, those of a subject, or those of one of its chapters. */
export const ownListQuerySchema = z
  .object({ subject: text(100).optional(), chapter: chapterKey.optional(), cursor: cursorSchema.optional() })
  .refine(({ subject, chapter }) => subject !== undefined || chapter === undefined, {
    path: ['subject'],
    message: 'a chapter is one of a subject',
  })
export type OwnListQuery = z.output<typeof ownListQuerySchema>

export const putAnswerSchema = z.strictObject({
  answer: answerSchema,
  /** Time spent on this question, in milliseconds; a day at the most. */
  spentMs: z.int().min(0).max(86_400_000),
  answeredAt: z.iso.datetime({ offset: true }).optional(),
})
export type PutAnswer = z.infer<typeof putAnswerSchema>

export const putAnswersSchema = z.strictObject({
  answers: z.array(putAnswerSchema.extend({ questionId })).min(1).max(200),
})

export const lostSchema = z.object({ over: z.number(), under: z.number() })
export const resultSchema = z.object({
  score: z.number(),
  maxScore: z.number(),
  right: z.int(),
  partial: z.int(),
  /** Answered wrong, or given up. */
  wrong: z.int(),
  unanswered: z.int(),
  unmarked: z.int(),
  gaveUp: z.int(),
  withdrawn: z.int(),
  spentMs: z.int(),
  lost: lostSchema,
})
export type AttemptResult = z.infer<typeof resultSchema>
