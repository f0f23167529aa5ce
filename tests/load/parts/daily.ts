import { load, repeat, request } from '../client'
import { type Contender, interleave, ratio } from '../measure'
import type { Result } from '../report'
import type { Server } from '../servers'
import { bothServers, dailyPath } from '../stage'

const connections = 8
const seconds = 2.5
const warmUpSeconds = 4

/** One path, asked for over eight connections. */
export function reader(name: string, server: Server, path: string, headers?: Record<string, string>): Contender {
  const bytes = request(server.port, { path, headers })
  return { name, server, round: () => load(server.port, connections, repeat(bytes, seconds)) }
}

/** Lets V8 compile what will be measured. */
export async function warmUp(contenders: readonly Contender[], rounds = warmUpSeconds / seconds) {
  for (const { round } of contenders) for (let done = 0; done < rounds; done++) await round()
}

/** The day's JSON against a handler that answers 'ok', and one that answers a constant string of the same size. */
export async function daily(): Promise<Result> {
  const { product, reference } = await bothServers()
  const contenders = [
    reader("bare handler, 'ok'", reference, '/ok'),
    reader('bare handler, same size', reference, '/constant'),
    reader(`GET ${dailyPath}`, product, dailyPath),
  ]
  await warmUp(contenders)
  const [ok, constant, set] = await interleave(contenders)
  if (!ok || !constant || !set) throw new Error('a contender is missing')
  return {
    rates: [
      ok,
      { ...constant, ratio: ratio(constant, ok), against: 'bare handler' },
      { ...set, ratio: ratio(set, ok), against: 'bare handler', aim: { atLeast: 0.85 } },
      { ...set, name: 'the same', ratio: ratio(set, constant), against: 'bare handler, same size' },
    ],
  }
}
