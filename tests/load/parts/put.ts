import { answersToGive, checkStored, type Handed, putShot } from '../attempts'
import { each, load, request } from '../client'
import { type Contender, interleave, ratio, rounds } from '../measure'
import { exactly, type Result } from '../report'
import { bothServers, type Stage } from '../stage'
import { warmUp } from './daily'

/** How many answers a round hands in, by the number of connections. */
const sizes = { 1: 500, 10: 1500 } as const
type Connections = keyof typeof sizes
const warmUpRounds = 2

/** Bare PUTs of the same bodies, and the real ones: each a first answer to another question. */
function contenders(stage: Stage, connections: Connections, waiting: Handed[]): Contender[] {
  const size = sizes[connections]
  const { product, reference } = stage
  const headers = { cookie: `guest=${'x'.repeat(43)}` }
  const bare = request(reference.port, { method: 'PUT', path: '/answers', headers, body: waiting[0]?.body ?? '' })
  const times = connections === 1 ? 'one at a time' : 'ten at once'
  return [
    {
      name: `bare PUT, ${times}`,
      server: reference,
      round: () => load(reference.port, connections, each(Array.from({ length: size }, () => ({ bytes: bare })))),
    },
    {
      name: `answer PUT, ${times}`,
      server: product,
      round: () =>
        load(product.port, connections, each(waiting.splice(0, size).map((handed) => putShot(product, handed)))),
    },
  ]
}

/** The durable answer against a handler that parses the same body and does one raw insert, as durable. */
export async function put(): Promise<Result> {
  const stage = await bothServers()
  const handed = await answersToGive(stage.product, (sizes[1] + sizes[10]) * (rounds + warmUpRounds))
  const waiting = [...handed]
  const [alone, tenAtOnce] = ([1, 10] as const).map((connections) => contenders(stage, connections, waiting))
  await warmUp([...(alone ?? []), ...(tenAtOnce ?? [])], warmUpRounds)
  const rates = []
  for (const [pair, aim] of [[alone, 0.7] as const, [tenAtOnce, 0.5] as const]) {
    const [bare, real] = await interleave(pair ?? [])
    if (!bare || !real) throw new Error('a contender is missing')
    rates.push(bare, { ...real, ratio: ratio(real, bare), against: 'bare PUT', aim: { atLeast: aim } })
  }
  const acknowledged = checkStored(handed)
  return {
    rates,
    values: [
      {
        name: 'answers acknowledged, and found in the database',
        value: exactly(acknowledged),
        unit: `of ${handed.length}`,
        aim: { atLeast: handed.length },
      },
    ],
  }
}
