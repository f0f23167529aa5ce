import { drop, keysOf } from '@/components/attempts/shelf'

const patienceMs = 6000
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How many things this browser has not been able to tell the server yet. */
const countUnsent = () => keysOf('entry').length

/**
 * Sends what waits, before somebody else becomes of whoever sends it. @returns how much could not be sent now.
 */
export async function sendAllNow(): Promise<number> {
  if (countUnsent() === 0) return 0
  const { flush, senderState } = await import('@/components/attempts/sender')
  const until = Date.now() + patienceMs
  void flush()
  await wait(50)
  while (countUnsent() > 0 && Date.now() < until && senderState() === 'sending') await wait(50)
  return countUnsent()
}

/** Removes what this browser keeps of attempts: they belong to somebody else than who uses it from now on. */
export function forgetAttempts() {
  for (const kind of ['entry', 'record', 'given', 'draft', 'place']) for (const key of keysOf(kind)) drop(key)
}
