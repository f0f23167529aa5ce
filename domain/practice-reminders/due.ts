/**
 * When somebody is asked to practise: once a day, from the minute that they chose until two hours later, within the same day;
 * whoever has checked in by then is left alone. A minute that had passed when it was chosen counts from the next day on.
 *
 * Example: chosen for 20:00; a server that was down from 19:50 to 21:00 asks at 21:00, one that was down to 22:30 on the next day.
 */

import { dayIn, startOfDay } from '@/domain/exams/zone'

const lateMinutes = 120

export type Window = { day: string; from: number; to: number }

/** The minutes of today that are due now, both included. */
export function windowAt(timeZone: string, now: Date): Window {
  const day = dayIn(timeZone, now)
  const to = Math.floor((now.getTime() - startOfDay(timeZone, day).getTime()) / 60_000)
  return { day, from: Math.max(0, to - lateMinutes), to }
}

/** Whether its minute had not passed yet when it was chosen. */
export const isChosenBefore = (chosen: Date, minute: number, { day }: Window, timeZone: string) =>
  chosen.getTime() <= startOfDay(timeZone, day).getTime() + (minute + 1) * 60_000
