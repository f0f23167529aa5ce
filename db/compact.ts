import { setTimeout as delay } from 'node:timers/promises'
import { store } from './client'

const tries = 10
const pauseMs = 200

/**
 * SQLite keeps what was overwritten in its log until that is written over: this brings everything into the file, where
 * deleted content is zeroed, and cuts the log to nothing. PostgreSQL sees to it by itself.
 * @returns false when another process was reading from the log all the while.
 */
export async function emptyLog(): Promise<boolean> {
  const { raw } = store()
  for (let left = tries; raw && left > 0; left--) {
    // Between two turns of the event loop no transaction of this process is open.
    await delay(left === tries ? 0 : pauseMs)
    const [told] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (told?.busy === 0) return true
  }
  return raw === undefined
}
