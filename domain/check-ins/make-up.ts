import { daysBetween } from '@/domain/exams/day'
import type { CheckInDay } from './streak'

/**
 * 补签: a missed day is filled by doing its set within 7 days; two a month, counted in the month of the missed day;
 * free, and shown as such. Source: product.md, "Check-in".
 *
 * Example: 21 November missed, its set done on the 27th → may be made up; on the 29th it is too late.
 */
export const makeUpWindowDays = 7
export const makeUpsPerMonth = 2

export type MakeUpRefusal = 'already-checked-in' | 'too-late' | 'not-missed' | 'set-not-done' | 'none-left'

/** Make-ups left in the month (`YYYY-MM`) of the missed day. */
export function makeUpsLeft(checkIns: readonly CheckInDay[], month: string): number {
  const spent = checkIns.filter((one) => one.kind === 'made-up' && one.on.startsWith(month)).length
  return Math.max(0, makeUpsPerMonth - spent)
}

/**
 * Why `day` cannot be made up on `today`, or null when it can.
 * @param doneDays days one of whose sets this person has done completely since.
 */
export function makeUpRefusal(
  day: string,
  today: string,
  checkIns: readonly CheckInDay[],
  doneDays: ReadonlySet<string>,
): MakeUpRefusal | null {
  if (checkIns.some((one) => one.on === day)) return 'already-checked-in'
  if (day >= today) return 'not-missed'
  if (daysBetween(day, today) > makeUpWindowDays) return 'too-late'
  if (!doneDays.has(day)) return 'set-not-done'
  if (makeUpsLeft(checkIns, day.slice(0, 7)) === 0) return 'none-left'
  return null
}
