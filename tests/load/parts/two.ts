import { answersToGive, checkStored, type Handed, putShot } from '../attempts'
import { each, load } from '../client'
import { percentile, rounds, spread } from '../measure'
import { exactly, type Result } from '../report'
import type { Server } from '../servers'
import { bothServers, startProduct } from '../stage'

const size = 1200
const doubled = 300

const shots = (server: Server, handed: readonly Handed[]) => each(handed.map((one) => putShot(server, one)))

async function handIn(servers: readonly Server[], handed: readonly Handed[]) {
  const share = Math.ceil(handed.length / servers.length)
  const connections = 10 / servers.length
  const startedAt = performance.now()
  const samples = await Promise.all(
    servers.map((server, index) =>
      load(server.port, connections, shots(server, handed.slice(index * share, (index + 1) * share))),
    ),
  )
  const latencies = samples.flatMap((one) => one.latenciesMs)
  return { perSecond: (handed.length * 1000) / (performance.now() - startedAt), p99: percentile(latencies, 0.99) }
}

/** Two processes on one file: throughput, and that nothing acknowledged is lost or stored twice. */
export async function two(): Promise<Result> {
  const { product } = await bothServers()
  const pair = [product, await startProduct()] as const
  const handed = await answersToGive(product, size * 2 * (rounds + 1) + doubled)
  const waiting = [...handed]
  const one: Awaited<ReturnType<typeof handIn>>[] = []
  const both: typeof one = []
  for (let round = 0; round <= rounds; round++) {
    one.push(await handIn([product], waiting.splice(0, size)))
    both.push(await handIn(pair, waiting.splice(0, size)))
  }
  // The last ones go to both processes at the same time: each must be acknowledged twice and stored once.
  await Promise.all(pair.map((server) => load(server.port, 5, shots(server, waiting))))
  await pair[1].stop()
  const unacknowledged = handed.filter(({ statuses }) => statuses.length === 0 || statuses.some((code) => code !== 200))
  const stored = checkStored(handed)
  const warm = (runs: typeof one) => runs.slice(1)
  return {
    values: [
      {
        name: 'answers to one process, ten at once',
        value: spread(warm(one).map((run) => run.perSecond)),
        unit: 'per s',
        note: `p99 ${spread(warm(one).map((run) => run.p99)).median.toFixed(1)} ms`,
      },
      {
        name: 'answers to two processes, five at once each',
        value: spread(warm(both).map((run) => run.perSecond)),
        unit: 'per s',
        note: `p99 ${spread(warm(both).map((run) => run.p99)).median.toFixed(1)} ms; two servers and the client share the processors`,
      },
      {
        name: 'two processes: answers acknowledged, and stored once as sent',
        value: exactly(stored),
        unit: `of ${handed.length}`,
        aim: { atLeast: handed.length },
        note: `${doubled} of them sent to both at once; ${unacknowledged.length} refused`,
      },
    ],
  }
}
