import { z } from 'zod'
import { text } from '@/domain/questions/input'

/** 应试技巧 · 高频考点 · 备考技巧 · 历年真题 · 教材变化 · 模拟试题, in the order of the page. */
export const resourceKinds = [
  'exam-skills',
  'key-points',
  'preparation',
  'past-papers',
  'syllabus-changes',
  'mock-papers',
] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** A law that the text leans on, as questions cite it. */
const lawReference = z.strictObject({
  law: text(100),
  edition: z.iso.date(),
  article: text(40),
  quote: text(200),
})
/** Anything else it leans on. */
const reference = z.strictObject({
  title: text(200),
  publisher: text(100).optional(),
  date: text(20).optional(),
  certainty: z.enum(['official', 'secondary', 'unverified']),
})
export type LawReference = z.infer<typeof lawReference>
export type Reference = z.infer<typeof reference>

/** What a file under content/…/tips/*.yaml says; the text lies beside it as Markdown, the typeset PDF under pdf/. */
export const tipSchema = z.strictObject({
  id: text(60).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum(resourceKinds),
  title: text(100).min(2),
  summary: text(300).min(10),
  levels: z.array(text(40)).min(1),
  subjects: z.array(text(100)).min(1),
  year: z.int().min(2000).max(2100),
  edition: z.iso.date(),
  licence: text(40),
  changes: text(500),
  checkedOn: z.iso.date(),
  source: z.array(lawReference).default([]),
  references: z.array(reference).default([]),
  unsure: z.array(text(300)).default([]),
})
export type Tip = z.infer<typeof tipSchema>

export const resourceQuerySchema = z.strictObject({
  level: text(40).optional(),
  subject: text(100).optional(),
  kind: z.enum(resourceKinds).optional(),
  year: z.coerce.number().int().optional(),
  q: text(60).optional(),
})
export type ResourceQuery = z.infer<typeof resourceQuerySchema>

export const resourceParams = z.object({ resource: text(60).regex(/^[a-z0-9-]+$/) })
