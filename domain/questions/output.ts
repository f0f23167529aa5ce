import { z } from 'zod'
import { questionTypes } from './types'

/** Schemas of what the API gives of questions: before the answer and after it. */
const htmlOutput = z.strictObject({ html: z.string() })

// Strict: a field that is not named here must not be able to slip out before the answer.
export const questionToAnswerOutput = z.strictObject({
  id: z.string(),
  version: z.string(),
  number: z.int(),
  type: z.enum(questionTypes),
  stem: htmlOutput,
  options: z.array(z.strictObject({ id: z.string(), html: z.string() })),
  blanks: z.int().optional(),
  points: z.number(),
  material: z.strictObject({ id: z.string(), html: z.string() }).optional(),
  group: z.strictObject({ id: z.string(), index: z.int(), of: z.int() }).optional(),
  withdrawn: z.literal(true).optional(),
})

const law = z.strictObject({
  law: z.string(),
  edition: z.string(),
  article: z.string(),
  quote: z.string(),
  effectiveOn: z.string().optional(),
})
const theory = z.strictObject({ theory: z.string(), author: z.string(), idea: z.string() })
const document = z.strictObject({ document: z.string(), issuer: z.string(), date: z.string(), section: z.string() })
const bank = z.strictObject({
  bank: z.string(),
  place: z.string(),
  url: z.string().optional(),
  licence: z.string().optional(),
})

export const solutionOutput = z.object({
  key: z
    .union([z.array(z.string()), z.array(z.array(z.string())), z.object({ value: z.number(), tolerance: z.number() })])
    .nullable(),
  explanation: htmlOutput,
  options: z.array(z.object({ id: z.string(), explanation: htmlOutput })),
  source: z.array(z.union([law, theory, document, bank])),
  topics: z.array(z.string()),
  checkedOn: z.string().nullable(),
  modelAnswer: htmlOutput.optional(),
  markingPoints: z.array(z.object({ id: z.string(), text: z.string(), points: z.number() })).optional(),
})
