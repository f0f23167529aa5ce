import { readFileSync, writeFileSync } from 'node:fs'
import { spread } from '../measure'
import { exactly, type Result } from '../report'
import { memoryMiB, type Server, startServer } from '../servers'
import { startProduct } from '../stage'

const runs = 3
const state = '.cache/state.json'

async function timesOf(start: () => Promise<Server>): Promise<{ ms: number[]; mib: number }> {
  const ms: number[] = []
  let mib = 0
  for (let run = 0; run < runs; run++) {
    const server = await start()
    ms.push(server.startedInMs)
    mib = memoryMiB(server).now
    await server.stop()
  }
  return { ms, mib }
}

const npmStart = () => startServer({ command: ['npm', 'start', '--silent'], env: {}, ready: '/readyz' })

/** How long until /readyz answers 200: the server alone, and `npm start` when nothing has changed since the last one. */
export async function start(): Promise<Result> {
  const before = readFileSync(state, 'utf8')
  // A bench that installs packages would change what it measures, and what others here are working with.
  if (!before.includes('"install"')) throw new Error('run `npm start` once before: the second one is measured')
  try {
    // The first one prepares the bench's own database; what it notes of that is taken back below.
    await (await npmStart()).stop()
    const again = await timesOf(npmStart)
    const server = await timesOf(startProduct)
    return {
      values: [
        { name: 'cold start of bin/serve.mjs', value: spread(server.ms), unit: 'ms', note: `median of ${runs}` },
        { name: 'second `npm start`', value: spread(again.ms), unit: 'ms', note: `median of ${runs}` },
        { name: 'memory at start', value: exactly(server.mib), unit: 'MiB' },
      ],
    }
  } finally {
    writeFileSync(state, before)
  }
}
