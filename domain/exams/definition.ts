import { z } from 'zod'
import { text } from '@/domain/questions/input'
import { questionTypes } from '@/domain/questions/types'
import { isTimeZone } from './zone'

/**
 * What an exam is, as its file says it (content/exams/<slug>/exam.yaml). Nothing in the code knows a
 * particular exam: levels, subjects, papers, marking rules, chapters and sittings are all here.
 */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const localized = z.record(z.string(), text(300))

export const certainties = ['official', 'secondary', 'unverified'] as const
const certainty = z.enum(certainties)

export const sectionSchema = z.strictObject({
  id: slug,
  type: z.enum(questionTypes),
  title: localized.optional(),
  count: z.int().positive(),
  points: z.number().positive(),
  rule: z.enum(['all-or-nothing', 'half-per-option', 'proportional', 'self-marked']),
  options: z.int().min(2).max(8).optional(),
})
export type Section = z.infer<typeof sectionSchema>

const share = z.strictObject({ section: slug, count: z.int().positive() })
/** How many of which section make one day's set; `alternate` takes the place of `sections` every n-th day. */
const dailySchema = z.strictObject({
  sections: z.array(share).min(1),
  alternate: z.array(share.extend({ every: z.int().min(2) })).default([]),
  limitSeconds: z.int().positive(),
})

const paperSchema = z.strictObject({
  id: slug,
  sections: z.array(sectionSchema).min(1),
  limitSeconds: z.int().positive(),
  passMark: z.number().positive(),
  certainty,
  daily: dailySchema,
})
export type Paper = z.infer<typeof paperSchema>

const levelSchema = z.strictObject({ slug, title: localized, name: localized, passing: localized })
export type Level = z.infer<typeof levelSchema>

const subjectSchema = z.strictObject({
  slug,
  level: slug,
  title: localized,
  shortTitle: localized,
  paper: slug,
})
export type Subject = z.infer<typeof subjectSchema>

const sittingSchema = z.strictObject({
  year: z.int(),
  status: z.enum(['unannounced', 'expected', 'announced', 'postponed', 'cancelled', 'held']),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  lawInForceOn: z.iso.date(),
  syllabus: z.string(),
  certainty,
})
export type Sitting = z.infer<typeof sittingSchema>

const chapterSchema = z.strictObject({
  key: slug,
  title: text(200),
  certainty: certainty.optional(),
  carriedOver: z.boolean().default(false),
  weight: z.number().positive().optional(),
  get children() {
    return z.array(chapterSchema).optional()
  },
})
export type Chapter = z.infer<typeof chapterSchema>

const syllabusSchema = z.strictObject({
  generation: z.string(),
  title: localized,
  sittings: z.strictObject({ from: z.int().optional(), until: z.int().optional() }),
  publishedOn: z.iso.date().optional(),
  chapters: z.array(
    z.strictObject({
      subjects: z.array(slug).min(1),
      certainty,
      carriedOver: z.boolean().default(false),
      tree: z.array(chapterSchema).min(1),
    }),
  ),
})

export const examSchema = z.strictObject({
  slug,
  title: localized,
  timeZone: z.string().refine(isTimeZone, { message: 'no such time zone' }),
  levels: z.array(levelSchema).min(1),
  papers: z.array(paperSchema).min(1),
  subjects: z.array(subjectSchema).min(1),
  sittings: z.array(sittingSchema).min(1),
  syllabuses: z.array(syllabusSchema).min(1),
})
export type ExamDefinition = z.infer<typeof examSchema>
