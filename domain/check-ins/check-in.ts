/**
 * Does finishing this set check the person in for its day?
 *
 * Day D counts when the set was begun on D by the server's clock, every question was answered or given up, the last
 * answer was given no later than 00:30 after D, and all was received within 24 hours after D. An answer's own time
 * comes from the client and is clamped to between the start and its receipt. Source: product.md, "The day".
 *
 * Example (D = 23 November, Asia/Shanghai): begun 23:58, last answer 00:20 → counts; 00:31 → does not.
 * Answered 23:59 in a tunnel, received 22:00 the next day → counts.
 */
export type DayBounds = { startsAt: Date; endsAt: Date }
export type Answered = { answeredAt: Date; receivedAt: Date }

const graceMs = 30 * 60_000
const receiptMs = 24 * 3_600_000

/** When an answer was given: the client's clock, but never before the start nor after the receipt. */
export function clampAnsweredAt(claimed: Date | undefined, startedAt: Date, receivedAt: Date): Date {
  const at = claimed?.getTime() ?? receivedAt.getTime()
  return new Date(Math.min(Math.max(at, startedAt.getTime()), receivedAt.getTime()))
}

/**
 * @param day the instants at which day D begins and ends in the exam's zone.
 * @param expected how many questions the set has, withdrawn ones left out.
 * @param answers one for each question answered or given up.
 */
export function countsForDay(day: DayBounds, startedAt: Date, expected: number, answers: readonly Answered[]): boolean {
  const ends = day.endsAt.getTime()
  return (
    startedAt >= day.startsAt &&
    startedAt.getTime() < ends &&
    expected > 0 &&
    answers.length >= expected &&
    answers.every((one) => one.answeredAt.getTime() <= ends + graceMs && one.receivedAt.getTime() <= ends + receiptMs)
  )
}
