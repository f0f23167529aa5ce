import { performance } from 'node:perf_hooks'
import Driver from 'better-sqlite3'

/** The process that watchWrites starts. */
const file = new Driver(process.argv[2])
file.pragma('busy_timeout = 10000')
const everyMs = 20
const waited = []
const timer = setInterval(() => {
  const startedAt = performance.now()
  file.exec('begin immediate')
  waited.push(performance.now() - startedAt)
  file.exec('rollback')
}, everyMs)
process.once('message', () => {
  clearInterval(timer)
  file.close()
  process.send?.(waited, () => process.exit(0))
})
