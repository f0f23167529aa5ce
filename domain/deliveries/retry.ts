/**
 * When something that could not be handed over is tried again: after a pause that grows with every try, or later if the other
 * side has said how long it wants to be left alone; and never after it has lost its use.
 *
 * Example: a mail is tried after 30 s, 2 min, 10 min and from then on each hour, for two days.
 */

import type { Channel } from './channels'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Pauses between tries; the last one is repeated. */
const pausesMs: Record<Channel, readonly number[]> = {
  mail: [minuteMs / 2, 2 * minuteMs, 10 * minuteMs, hourMs],
  push: [minuteMs / 2, 2 * minuteMs, 10 * minuteMs, hourMs],
  // Each one costs money, and providers count them per hour.
  sms: [minuteMs, 10 * minuteMs, hourMs],
}

/** How long anything is worth a try, and what is worth it for less. */
const usefulMs: Record<Channel, number> = { mail: 48 * hourMs, push: 24 * hourMs, sms: 24 * hourMs }
const sooner: Readonly<Record<string, number>> = { practice: 3 * hourMs, 'sms-code': 10 * minuteMs }

type Tried = { channel: Channel; purpose: string; tries: number; createdAt: Date }

/** @param wishedMs how long the other side wants to be left alone @returns null when it is given up */
export function nextTry({ channel, purpose, tries, createdAt }: Tried, now: Date, wishedMs = 0): Date | null {
  const pauses = pausesMs[channel]
  const pause = pauses[Math.min(tries, pauses.length) - 1] ?? hourMs
  const useful = Math.min(usefulMs[channel], sooner[purpose] ?? Number.POSITIVE_INFINITY)
  if (now.getTime() - createdAt.getTime() > useful) return null
  return new Date(now.getTime() + Math.max(pause, wishedMs))
}
