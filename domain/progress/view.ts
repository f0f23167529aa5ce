import type { z } from 'zod'
import type { monthOutput, progressOutput } from '@/domain/check-ins/output'
import type {
  levelOutput,
  masteryOutput,
  nextStepOutput,
  overviewOutput,
  paceOutput,
  subjectOutput,
  sumsOutput,
  weekOutput,
} from './output'

/** Streak, calendar and today's papers of one person and exam. */
export type Progress = z.infer<typeof progressOutput>

/** A month of one subject's archive, with the person's seals. */
export type Month = z.infer<typeof monthOutput>

/** All that the progress page shows. */
export type Overview = z.infer<typeof overviewOutput>
export type LevelProgress = z.infer<typeof levelOutput>
export type SubjectProgress = z.infer<typeof subjectOutput>
export type NextStep = z.infer<typeof nextStepOutput>

/** How a chapter stands. */
export type Mastery = z.infer<typeof masteryOutput>
/** Answers and their points. */
export type Sums = z.infer<typeof sumsOutput>
export type Week = z.infer<typeof weekOutput>
/** Time per question of a type. */
export type Pace = z.infer<typeof paceOutput>
