import type { Samples } from './client'
import { cpuSeconds, type Server } from './servers'

export const rounds = 5

/** A median, and the smallest and largest of what it is the median of. */
export type Spread = { median: number; min: number; max: number }

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function spread(values: readonly number[]): Spread {
  return { median: percentile(values, 0.5), min: Math.min(...values), max: Math.max(...values) }
}

/** One round of one contender. */
type Run = { perSecond: number; p50Ms: number; p99Ms: number; cpuUs: number }

function runOf({ seconds, latenciesMs, statuses }: Samples, cpu: number): Run {
  const bad = [...statuses].filter(([status]) => status < 200 || status > 299)
  if (bad.length > 0)
    throw new Error(`answers that are none: ${bad.map(([status, n]) => `${n} × ${status}`).join(', ')}`)
  return {
    perSecond: latenciesMs.length / seconds,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    cpuUs: (cpu * 1e6) / latenciesMs.length,
  }
}

/** What is measured against what: a name, its server, and how one round of it goes. */
export type Contender = { name: string; server: Server; round: () => Promise<Samples> }

async function runOnce({ server, round }: Contender): Promise<Run> {
  const before = cpuSeconds(server)
  const samples = await round()
  return runOf(samples, cpuSeconds(server) - before)
}

export type Figure = {
  name: string
  perSecond: Spread
  p50Ms: number
  p99Ms: number
  /** Processor time the server spent on one request, in microseconds, all its threads together. */
  cpuUs: number
  runs: Run[]
}

function figureOf(name: string, runs: Run[]): Figure {
  const of = (key: keyof Run) => runs.map((run) => run[key])
  return {
    name,
    perSecond: spread(of('perSecond')),
    p50Ms: spread(of('p50Ms')).median,
    p99Ms: spread(of('p99Ms')).median,
    cpuUs: spread(of('cpuUs')).median,
    runs,
  }
}

/** Rounds of all contenders in turn, every other time backwards, so that a drift of the machine meets all alike. */
export async function interleave(contenders: readonly Contender[]): Promise<Figure[]> {
  const runs = contenders.map((): Run[] => [])
  for (let round = 0; round < rounds; round++) {
    const order = [...contenders.entries()]
    for (const [index, contender] of round % 2 === 0 ? order : order.reverse())
      runs[index]?.push(await runOnce(contender))
  }
  return contenders.map(({ name }, index) => figureOf(name, runs[index] ?? []))
}

/** The ratio of two contenders round by round: neighbours in time, so what slows the machine slows both. */
export function ratio(of: Figure, to: Figure): Spread {
  return spread(of.runs.map((run, index) => run.perSecond / (to.runs[index]?.perSecond ?? Number.NaN)))
}
