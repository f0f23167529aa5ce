import { rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Whoever waits says so again every few milliseconds: a mark older than this was left by a process that was killed. */
const freshMs = 250
const lookMs = 2
/** So long at most a writer of many transactions stands back before each. */
const longestMs = 100

/**
 * SQLite has no queue for its write lock: who finds it taken looks again now and then, and a process that writes one short
 * transaction after another is nearly always in the way. So those who wait say so by a file beside the database, and who
 * has many transactions to write stands back while it is there.
 */
export function waitingMark(database: string) {
  const mark = `${database}-waiting`
  const isRaised = () => {
    const found = statSync(mark, { throwIfNoEntry: false })
    return found !== undefined && Math.abs(Date.now() - found.mtimeMs) < freshMs
  }
  return {
    raise: () => writeFileSync(mark, ''),
    lower: () => rmSync(mark, { force: true }),
    async standBack() {
      for (const until = performance.now() + longestMs; isRaised() && performance.now() < until; ) await delay(lookMs)
    },
  }
}
