/** Words for a stretch of time: "9分40秒", "12分钟", "40秒". */
export function timeWords(
  seconds: number,
  t: (key: 'minutes' | 'minutesOnly' | 'seconds', values: { minutes: number; seconds: number }) => string,
): string {
  const whole = Math.round(seconds)
  const parts = { minutes: Math.floor(whole / 60), seconds: whole % 60 }
  if (parts.minutes === 0) return t('seconds', parts)
  return t(parts.seconds === 0 ? 'minutesOnly' : 'minutes', parts)
}

type Judged = { number: number; verdict: 'right' | 'partial' | 'wrong' | 'unmarked' | 'unanswered'; withdrawn: boolean }
const order = ['wrong', 'unanswered', 'partial', 'unmarked', 'right'] as const

/** Wrong first, right last, withdrawn at the very end; within each in the order of the paper. */
export const worstFirst = (a: Judged, b: Judged) =>
  Number(a.withdrawn) - Number(b.withdrawn) ||
  order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
  a.number - b.number
