import { z } from 'zod'

/** Text that may be stored: PostgreSQL refuses U+0000 and half a surrogate pair, so nobody may send them. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\u0000'), { message: 'must not contain U+0000' })
    .refine((value) => !/\p{Surrogate}/u.test(value), { message: 'must not contain half a surrogate pair' })

/** Letter of an option, A to H. */
const letter = z.string().regex(/^[A-H]$/)

export const lawSource = z.strictObject({
  law: text(100).min(2),
  edition: z.iso.date(),
  article: text(40).min(2),
  quote: text(200).min(6),
  /** Day on which this edition came into force, where known; taken from the register of laws when a file is read. */
  effectiveOn: z.iso.date().optional(),
})
const theorySource = z.strictObject({ theory: text(100).min(2), author: text(100).min(1), idea: text(400).min(4) })
/** An official document that is no law: guidelines, a report, a decision. */
const documentSource = z.strictObject({
  document: text(200).min(2),
  issuer: text(200).min(1),
  date: z.iso.date(),
  section: text(200).min(1),
})
/** The bank that a question came from, and where in it: all that an imported question may know of itself. */
const bankSource = z.strictObject({
  bank: text(200).min(1),
  place: text(200).default(''),
  url: text(500).optional(),
  licence: text(100).optional(),
})
export const sourceSchema = z.union([lawSource, theorySource, documentSource, bankSource])
export type Source = z.infer<typeof sourceSchema>

const optionSchema = z.strictObject({
  id: letter,
  text: text(1000).min(1),
  explanation: text(2000).default(''),
  /** Share of the points as another system scored it, −1 to 1. Kept for export; the paper's own rule marks. */
  weight: z.number().min(-1).max(1).optional(),
})
type Option = z.infer<typeof optionSchema>

const markingPointSchema = z.strictObject({
  id: text(20).min(1),
  text: text(1000).min(1),
  points: z.number().positive(),
})
export type MarkingPoint = z.infer<typeof markingPointSchema>

const common = {
  stem: text(10_000).min(2),
  explanation: text(10_000).default(''),
  sources: z.array(sourceSchema).default([]),
  topics: z.array(text(60).min(1)).default([]),
  difficulty: z.int().min(1).max(5),
  checkedOn: z.iso.date().optional(),
  /** Points and year as the bank it came from gives them; the paper's section says what it scores here. */
  points: z.number().positive().max(1000).optional(),
  year: z.int().min(1900).max(2200).optional(),
  /** A case group's shared text; its `id` is the group's. The product calls it material. */
  material: z
    .strictObject({ id: text(100).min(1), title: text(200).default(''), text: text(20_000).min(1) })
    .optional(),
}

const choice = { ...common, options: z.array(optionSchema).min(2).max(8) }

/** The whole of one version of a question; Markdown in every text. What a candidate may see of it is decided in view.ts. */
export const contentSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single'), ...choice, key: z.array(letter).length(1) }),
  z.strictObject({ type: z.literal('multiple'), ...choice, key: z.array(letter).min(1) }),
  z.strictObject({ type: z.literal('true-false'), ...choice, key: z.array(letter).length(1) }),
  z.strictObject({ type: z.literal('fill'), ...common, key: z.array(z.array(text(200).min(1)).min(1)).min(1) }),
  z.strictObject({
    type: z.literal('numeric'),
    ...common,
    key: z.strictObject({ value: z.number(), tolerance: z.number().min(0) }),
  }),
  z.strictObject({
    type: z.literal('essay'),
    ...common,
    modelAnswer: text(20_000).min(1),
    markingPoints: z.array(markingPointSchema).min(1),
  }),
])
export type QuestionContent = z.infer<typeof contentSchema>
export type ChoiceContent = Extract<QuestionContent, { options: Option[] }>
