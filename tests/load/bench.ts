// First of all imports, so that no store is opened before DATABASE_URL points into the bench's own folder.
import './workspace'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { daily } from './parts/daily'
import { downloads } from './parts/downloads'
import { imports } from './parts/imports'
import { lighthouse } from './parts/lighthouse'
import { members } from './parts/members'
import { memory } from './parts/memory'
import { pages } from './parts/pages'
import { progress } from './parts/progress'
import { put } from './parts/put'
import { selection } from './parts/selection'
import { signIns } from './parts/sign-in'
import { start } from './parts/start'
import { studio } from './parts/studio'
import { table } from './parts/table'
import { two } from './parts/two'
import { weight } from './parts/weight'
import { markdown, type Result } from './report'
import { build, closeStage } from './stage'
import { root } from './workspace'

type Part = { run: () => Promise<Result>; alone?: true }

/** In this order. Those marked `alone` have the machine for themselves: the shared servers are ended before them. */
const parts: Record<string, Part> = {
  daily: { run: daily },
  put: { run: put },
  members: { run: members },
  'sign-in': { run: signIns },
  pages: { run: pages },
  memory: { run: memory },
  two: { run: two },
  weight: { run: weight },
  lighthouse: { run: lighthouse },
  start: { run: start, alone: true },
  downloads: { run: downloads, alone: true },
  selection: { run: selection, alone: true },
  progress: { run: progress, alone: true },
  imports: { run: imports, alone: true },
  studio: { run: studio, alone: true },
  table: { run: table, alone: true },
}

/** On a busy machine parts are left out rather than the whole run going on for ever. */
const lastStartMs = 17 * 60_000
setTimeout(() => {
  console.error('twenty minutes are over')
  process.exit(1)
}, 20 * 60_000).unref()

function asked(): string[] {
  const names = process.argv.slice(2)
  const unknown = names.filter((name) => !(name in parts))
  if (unknown.length === 0) return names.length > 0 ? names : Object.keys(parts)
  console.error(`unknown: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}; none named means all.`)
  process.exit(2)
}

/** Runs one part; a part that breaks is told at the end, and does not keep the others from being measured. */
async function attempt(name: string, { run, alone }: Part, failures: string[]): Promise<Result> {
  const startedAt = performance.now()
  try {
    if (alone) await closeStage()
    return await run()
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message : error}`)
    return {}
  } finally {
    console.error(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  }
}

async function main() {
  const names = asked()
  build()
  const failures: string[] = []
  const results: Result[] = []
  for (const [name, part] of Object.entries(parts)) {
    if (!names.includes(name)) continue
    if (performance.now() < lastStartMs) results.push(await attempt(name, part, failures))
    else failures.push(`${name}: seventeen minutes were over; run it alone`)
  }
  await closeStage()
  const all = { rates: results.flatMap((one) => one.rates ?? []), values: results.flatMap((one) => one.values ?? []) }
  const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`
  console.log(`${machine}\n\n${markdown(all)}`)
  for (const failure of failures) console.log(`\n**Not measured:** ${failure}`)
  writeFileSync(join(root, '.cache', 'bench.json'), `${JSON.stringify({ machine, ...all, failures }, null, 2)}\n`)
  // A missed aim is told and not punished: the machine may have been busy. What could not be measured at all is.
  process.exit(failures.length > 0 ? 1 : 0)
}

await main()
