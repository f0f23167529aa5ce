import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import Driver from 'better-sqlite3'
import { answersToGive, putShot } from '../attempts'
import { storeSets, withBank } from '../bank'
import { bareSeconds, studioTables } from '../bare-rows'
import { atRate, request, type Shot } from '../client'
import { importFile } from '../import-files'
import { percentile } from '../measure'
import { addMember, openSession } from '../members'
import { exactly, type Result } from '../report'
import { type Server, startServer } from '../servers'
import { dailyPath, subject } from '../stage'
import { watchWrites } from '../waiting-writes'
import { databaseFile, folder } from '../workspace'

const count = 10_000
const perSecond = 60
/** Longer than an import takes; what is left over is not sent. */
const practiceSeconds = 90

function editor(): string {
  const { id } = addMember(null)
  const file = new Driver(databaseFile)
  file.prepare("update users set role = 'editor' where id = ?").run(id)
  file.close()
  return openSession(id)
}

class Desk {
  private readonly origin: string
  constructor(
    server: Server,
    private readonly cookie: string,
  ) {
    this.origin = `http://127.0.0.1:${server.port}`
  }

  private async send<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers = { origin: this.origin, cookie: this.cookie, ...init.headers }
    const reply = await fetch(`${this.origin}/api/v1${path}`, { ...init, headers })
    if (!reply.ok) throw new Error(`${path} answers ${reply.status}: ${await reply.text()}`)
    return (await reply.json()) as T
  }

  /** Asks as the page does, until it is there. */
  private async until(id: string, status: string) {
    for (;;) {
      const now = await this.send<{ status: string; counts: { byAction: { add: number } } }>(`/imports/${id}`)
      if (now.status === status) return now.counts.byAction.add
      if (now.status === 'failed') throw new Error('the import failed')
      await delay(100)
    }
  }

  /** Uploads a file, waits until it was read, and takes it in. @returns seconds for all of it, and what was new */
  async bringIn(bytes: Uint8Array): Promise<{ seconds: number; added: number }> {
    const form = new FormData()
    form.set('subject', subject)
    form.set('file', new Blob([new Uint8Array(bytes)]), 'bank.csv')
    const startedAt = performance.now()
    const { id } = await this.send<{ id: string }>('/imports', { method: 'POST', body: form })
    await this.until(id, 'ready')
    const headers = { 'content-type': 'application/json' }
    await this.send(`/imports/${id}/commit`, { method: 'POST', body: '{}', headers })
    const added = await this.until(id, 'committed')
    return { seconds: (performance.now() - startedAt) / 1000, added }
  }
}

/** Half looks at today's set, half hands answers in. */
async function practice(server: Server): Promise<Shot[]> {
  const handed = await answersToGive(server, (perSecond * practiceSeconds) / 2)
  const cookie = `guest=${'x'.repeat(43)}`
  const look = { bytes: request(server.port, { path: dailyPath, headers: { cookie } }) }
  return handed.flatMap((one) => [putShot(server, one), look])
}

/** A file of ten thousand questions by the studio; then another, while people practise and another process writes. */
export async function studio(): Promise<Result> {
  await withBank(databaseFile, storeSets)
  const [empty, filled] = [join(folder, 'studio-empty.db'), join(folder, 'studio-filled.db')]
  copyFileSync(databaseFile, empty)
  const env = { NODE_ENV: 'production', STORAGE_FOLDER: join(folder, 'files') }
  const server = await startServer({ command: [process.execPath, 'bin/serve.mjs'], env, ready: '/readyz' })
  try {
    const desk = new Desk(server, editor())
    // The first file of a server starts the thread that reads.
    await desk.bringIn(await importFile('csv', 1, 500_000))
    const alone = await desk.bringIn(await importFile('csv', count))
    const file = new Driver(databaseFile)
    file.exec(`vacuum into '${filled}'`)
    file.close()
    const bare = bareSeconds(filled, empty, studioTables)
    const shots = await practice(server)
    const second = await importFile('csv', count, count)
    const writes = watchWrites(databaseFile)
    let done = false
    const [samples, meanwhile] = await Promise.all([
      atRate(server.port, perSecond, shots, () => done),
      desk.bringIn(second).finally(() => {
        done = true
      }),
    ])
    const waited = await writes.stop()
    const refused = [...samples.statuses].filter(([status]) => status >= 300)
    return {
      values: [
        {
          ...{ name: 'csv by the studio: uploaded, read, staged and committed', unit: 'per s' },
          value: exactly(count / alone.seconds),
          note: `${alone.added} of ${count} new, ${alone.seconds.toFixed(1)} s`,
        },
        {
          ...{ name: 'the rate, to inserting the same rows bare', value: exactly(bare / alone.seconds), unit: '' },
          ...{ aim: { atLeast: 0.25 }, note: `${studioTables.join(', ')} in one transaction: ${bare.toFixed(2)} s` },
        },
        {
          name: `practice at ${perSecond} requests/s during an import, p99`,
          value: exactly(percentile(samples.latenciesMs, 0.99)),
          unit: 'ms',
          aim: { atMost: 300 },
          note: `${samples.latenciesMs.length} requests, ${refused.length === 0 ? 'all answered' : 'some REFUSED'}; p50 ${percentile(samples.latenciesMs, 0.5).toFixed(1)} ms; the import took ${meanwhile.seconds.toFixed(1)} s`,
        },
        {
          name: "another process's write waits during an import, at most",
          value: exactly(Math.max(...waited)),
          unit: 'ms',
          aim: { atMost: 50 },
          note: `${waited.length} writes; p99 ${percentile(waited, 0.99).toFixed(1)} ms`,
        },
      ],
    }
  } finally {
    await server.stop()
  }
}
