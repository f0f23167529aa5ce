/**
 * A year of seals: the month of today and the eleven before it, day by day up to today.
 *
 * Example: on 25 November 2026 it runs from 1 December 2025 to 25 November 2026, 360 days.
 */
import { addMonths, daysBetween, daysOfMonth, weekdayOf } from '@/domain/exams/day'
import type { Progress } from './view'

type Seal = Progress['seals'][number]
export type YearDay = { on: string; seal: Seal | undefined }
export type YearMonth = { month: string; days: YearDay[] }

export function yearOf(today: string, seals: readonly Seal[]): YearMonth[] {
  const byDay = new Map(seals.map((seal) => [seal.on, seal]))
  const current = today.slice(0, 7)
  return Array.from({ length: 12 }, (_, index) => addMonths(current, index - 11)).map((month) => ({
    month,
    days: daysOfMonth(month)
      .filter((on) => on <= today)
      .map((on) => ({ on, seal: byDay.get(on) })),
  }))
}

/** Where a day stands when weeks are columns and Monday is on top; `first` is the first day of the year shown. */
export function cellOf(first: string, on: string): { column: number; row: number } {
  const index = daysBetween(first, on) + weekdayOf(first)
  return { column: Math.floor(index / 7), row: index % 7 }
}
