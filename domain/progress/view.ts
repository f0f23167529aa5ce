import type { z } from 'zod'
import type { monthOutput, progressOutput } from '@/domain/check-ins/output'

/** Streak, calendar and today's papers of one person and exam. */
export type Progress = z.infer<typeof progressOutput>

/** A month of one subject's archive, with the person's seals. */
export type Month = z.infer<typeof monthOutput>
