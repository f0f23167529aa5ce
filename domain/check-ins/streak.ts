import { addDays, daysBetween } from '@/domain/exams/day'

/**
 * The streak belongs to a person and an exam: the run of days checked in that ends today, or yesterday while today is
 * still open. A make-up (补签) fills its day like any other. Source: product.md, "Check-in".
 *
 * Example: checked in on 20, 21 and 22 November; on the 23rd, before practising, the streak is 3.
 */
export type CheckInDay = { on: string; kind: 'done' | 'made-up' }

/** Length of the current run in days. */
export function streakOf(days: ReadonlySet<string>, today: string): number {
  let length = 0
  for (let day = days.has(today) ? today : addDays(today, -1); days.has(day); day = addDays(day, -1)) length++
  return length
}

/** Length of the longest run ever, in days. */
export function longestStreak(days: ReadonlySet<string>): number {
  let longest = 0
  let run = 0
  let before = ''
  for (const day of [...days].sort()) {
    run = before && daysBetween(before, day) === 1 ? run + 1 : 1
    longest = Math.max(longest, run)
    before = day
  }
  return longest
}
