/**
 * Quiet hours: what tells of dates leaves between 8:00 and 22:00 of the exam's time zone, by every channel, also when it is
 * tried again. What somebody waits for this minute (the link of an account, a code) leaves at any hour, and so does the daily
 * reminder, which comes at a time that its reader has chosen.
 *
 * Example: a reminder whose mail server fails at 21:58 is not tried again at 22:00 but from 8:00 on.
 */

import { hourIn } from '@/domain/exams/zone'

/** Hours of the day at which reminders of dates may leave. */
const awake = { from: 8, to: 22 }

export function isAwake(timeZone: string, now: Date): boolean {
  const hour = hourIn(timeZone, now)
  return hour >= awake.from && hour < awake.to
}

/** The purpose of whatever tells of a date: it keeps the quiet hours. */
export const datePurpose = 'reminder'
