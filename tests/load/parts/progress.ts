import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import Driver from 'better-sqlite3'
import { getOverview } from '@/domain/progress/overview-queries'
import { growBank, withBank } from '../bank'
import { each, load, request } from '../client'
import { type LongHistory, writeHistory } from '../long-history'
import { percentile, spread } from '../measure'
import { addMember, openSession } from '../members'
import type { Result, ValueRow } from '../report'
import { startServer } from '../servers'
import { folder } from '../workspace'

const of = { exam: 'social-work', level: 'junior' }
const subjects = ['junior-comprehensive', 'junior-practice']
const bankSize = 1_200
const times = 60
const warmUp = 20
const database = join(folder, 'progress.db')

function remember(history: LongHistory) {
  const file = new Driver(database)
  writeHistory(file, history)
  file.exec('analyze')
  file.close()
}

const sized = (rows: number) => `member with ${rows.toLocaleString('en')} answers`

/** The query alone, in this process: its time, and the longest that the event loop was held up. */
async function inProcess(userId: string, answers: number): Promise<ValueRow[]> {
  const took: number[] = []
  const held = monitorEventLoopDelay({ resolution: 1 })
  for (let i = 0; i < warmUp + times; i++) {
    if (i === warmUp) held.enable()
    const startedAt = performance.now()
    await getOverview(userId, of, new Date())
    if (i >= warmUp) took.push(performance.now() - startedAt)
    await new Promise(setImmediate)
  }
  held.disable()
  const note = `p99 ${percentile(took, 0.99).toFixed(1)} ms`
  const longest = held.max / 1e6
  return [
    {
      name: `progress, the query alone, ${sized(answers)}`,
      value: spread(took),
      unit: 'ms',
      aim: { atMost: 60 },
      note,
    },
    {
      name: 'the longest that it held up the event loop',
      value: { median: longest, min: longest, max: longest },
      unit: 'ms',
      aim: { atMost: 50 },
    },
  ]
}

/** The API and the page over HTTP, one request after the other. */
async function overHttp(cookie: string, answers: number): Promise<ValueRow[]> {
  const env = { NODE_ENV: 'production', DATABASE_URL: `file:${database}` }
  const server = await startServer({ command: [process.execPath, 'bin/serve.mjs'], env, ready: '/readyz' })
  const paths = {
    'GET /progress/overview': `/api/v1/progress/overview?exam=${of.exam}&level=${of.level}`,
    'the progress page': `/progress?level=${of.exam}/${of.level}`,
  }
  const rows: ValueRow[] = []
  try {
    for (const [name, path] of Object.entries(paths)) {
      const shot = { bytes: request(server.port, { path, headers: { cookie } }) }
      await load(server.port, 1, each(Array(warmUp).fill(shot)))
      const { latenciesMs, statuses } = await load(server.port, 1, each(Array(times).fill(shot)))
      if (statuses.get(200) !== times) throw new Error(`${path} answers ${[...statuses.keys()].join(', ')}`)
      const note = `p99 ${percentile(latenciesMs, 0.99).toFixed(1)} ms`
      const aim = { atMost: 60 }
      rows.push({ name: `${name}, ${sized(answers)}`, value: spread(latenciesMs), unit: 'ms', aim, note })
    }
  } finally {
    await server.stop()
  }
  return rows
}

/** The progress of a member who has answered 20,000 questions of a bank of more than a thousand. */
export async function progress(): Promise<Result> {
  const answers = 20_000
  const values: ValueRow[] = []
  let cookie = ''
  await withBank(database, async () => {
    for (const subject of subjects) growBank(subject, bankSize / subjects.length)
    // Others' answers must not lengthen one's own.
    for (let other = 0; other < 5; other++)
      remember({ userId: addMember(null, database).id, subjects, answers: 4_000, until: new Date() })
    const { id } = addMember(null, database)
    remember({ userId: id, subjects, answers, until: new Date() })
    cookie = openSession(id, database)
    values.push(...(await inProcess(id, answers)))
  })
  values.push(...(await overHttp(cookie, answers)))
  return { values }
}
