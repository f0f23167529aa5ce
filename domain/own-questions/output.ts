import { z } from 'zod'
import { answerSchema } from '@/domain/attempts/input'
import { questionToAnswerOutput, solutionOutput } from '@/domain/questions/output'

/** A question in one of a person's lists. */
export const ownQuestionOutput = z.object({
  questionId: z.string(),
  subject: z.string(),
  /** As the syllabus in force has it. */
  chapter: z.object({ key: z.string(), title: z.string() }).nullable(),
  /** As it was last told to this person; as it is now where it was not told yet. */
  question: questionToAnswerOutput,
  /** Null until the person has been told it. */
  solution: solutionOutput.nullable(),
  /** Whether the question has another version by now. */
  revised: z.boolean(),
  lastAnswer: answerSchema.nullable(),
  starred: z.boolean(),
  note: z.string().nullable(),
})
export type OwnQuestion = z.infer<typeof ownQuestionOutput>
