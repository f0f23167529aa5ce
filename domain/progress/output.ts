import { z } from 'zod'
import { lostSchema } from '@/domain/attempts/input'
import { progressOutput } from '@/domain/check-ins/output'
import { questionTypes } from '@/domain/questions/types'

/** Schemas of what the API gives of progress. Shares are of points, 0 to 1, by the official rule. */
const share = z.number().min(0).max(1)

export const masteryOutput = z.object({
  /** Key and title are null for answers whose chapter is not in the syllabus in force. */
  key: z.string().nullable(),
  title: z.string().nullable(),
  /** Answers whose verdict was told. */
  n: z.int(),
  /** With its interval at 95 %; null below 30 answers. */
  accuracy: z.object({ share, low: share, high: share }).nullable(),
  /** Whether there is a question to practise. */
  practicable: z.boolean(),
})

/** Streak, calendar and today's papers; asked for by a subject, its chapters too. */
export const subjectProgressOutput = progressOutput.extend({ chapters: z.array(masteryOutput).optional() })

export const sumsOutput = z.object({ n: z.int(), score: z.number(), maxScore: z.number() })

export const weekOutput = sumsOutput.extend({
  /** The Monday, in the exam's zone. */
  from: z.string(),
  /** Points lost in multiple choice by ticking too much, and too little. */
  lost: lostSchema,
})

export const paceOutput = z.object({
  type: z.enum(questionTypes),
  n: z.int(),
  /** Mean time for one question; null below 30 answers (5 essays). */
  seconds: z.int().nullable(),
  /** What the exam leaves for one. */
  paceSeconds: z.int(),
})

export const subjectOutput = z.object({
  subject: z.string(),
  /** The year in which this paper was passed already, as the person says. */
  passed: z.int().nullable(),
  /** How today's set stands. */
  today: z.enum(['none', 'open', 'finished']),
  /** Of the last 30 days, from every mode. */
  recent: sumsOutput,
  chapters: z.array(masteryOutput),
  /** The last twelve, oldest first. */
  weeks: z.array(weekOutput),
  pace: z.array(paceOutput),
})

export const nextStepOutput = z.union([
  z.object({
    kind: z.literal('chapter'),
    subject: z.string(),
    chapter: z.string(),
    title: z.string(),
    n: z.int(),
    share,
  }),
  z.object({ kind: z.literal('daily'), subject: z.string(), begun: z.boolean() }),
  z.object({ kind: z.literal('custom'), subject: z.string() }),
])

export const levelOutput = z.object({
  level: z.string(),
  subjects: z.array(subjectOutput),
  /** Of all its papers in the last 30 days. */
  recent: sumsOutput,
  /** Whether anything was ever answered. */
  begun: z.boolean(),
  /** Answers missing until the first chapter can be judged. */
  missing: z.int(),
  next: nextStepOutput.nullable(),
  lost: z.object({
    /** Of the last four weeks. */
    recent: sumsOutput.extend({ lost: lostSchema }),
    advice: z.enum(['tick-less', 'tick-more']).nullable(),
  }),
})

export const overviewOutput = z.object({
  exam: z.string(),
  today: z.string(),
  /** Seals, streak and make-ups; null for people who have switched them off. */
  habit: progressOutput.pick({ streak: true, makeUps: true, seals: true }).nullable(),
  levels: z.array(levelOutput),
})
