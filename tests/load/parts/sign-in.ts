import { hash } from '@node-rs/argon2'
import { load, request, type Shot } from '../client'
import { percentile, spread } from '../measure'
import { addMember, type BenchMember } from '../members'
import type { Result } from '../report'
import type { Server } from '../servers'
import { bothServers } from '../stage'

const clients = 8
const flowsPerClient = 25
const rounds = 5
const password = 'a long password for the bench alone'
/** What Moodle does on the same kind of machine. */
const moodlePerSecond = 18

const cookiesOf = (reply: string) =>
  [...reply.matchAll(/\r\nset-cookie: ([^;]+)/gi)].map((match) => match[1]).join('; ')

/** The flow as the page does it, again and again: the token against forgery, then address and password. */
function flowsOf({ port }: Server, { email }: BenchMember): () => Shot | undefined {
  const askToken = request(port, { path: '/api/auth/csrf' })
  let left = flowsPerClient * 2
  let answered = ''
  const signIn = () => {
    const csrfToken = /"csrfToken":"(\w+)"/.exec(answered)?.[1]
    const body = JSON.stringify({ csrfToken, email, password, json: 'true' })
    const headers = { cookie: cookiesOf(answered) }
    return request(port, { method: 'POST', path: '/api/auth/callback/credentials', headers, body })
  }
  const keep = (_status: number, reply: Buffer) => {
    answered = reply.toString('latin1')
  }
  const check = (status: number, reply: Buffer) => {
    if (status !== 200 || !cookiesOf(reply.toString('latin1')).includes('session='))
      throw new Error(`signing in answers ${status}: ${reply.toString('utf8').slice(-200)}`)
  }
  return () => {
    if (left-- === 0) return undefined
    return left % 2 === 1 ? { bytes: askToken, done: keep } : { bytes: signIn(), done: check }
  }
}

async function round(server: Server, members: readonly BenchMember[]) {
  const startedAt = performance.now()
  const samples = await Promise.all(members.map((member) => load(server.port, 1, flowsOf(server, member))))
  const seconds = (performance.now() - startedAt) / 1000
  // Of each pair the second request is the password's; the first costs next to nothing.
  const all = samples.flatMap(({ latenciesMs }) => latenciesMs.filter((_, index) => index % 2 === 1))
  return { perSecond: all.length / seconds, p99: percentile(all, 0.99) }
}

/** Signing in, by eight clients at once. Nearly all of it is argon2id, which is meant to cost. */
export async function signIns(): Promise<Result> {
  const { product } = await bothServers()
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const members = Array.from({ length: clients }, () => addMember(passwordHash))
  const runs: Awaited<ReturnType<typeof round>>[] = []
  for (let run = 0; run <= rounds; run++) runs.push(await round(product, members))
  const warm = runs.slice(1)
  return {
    values: [
      {
        name: 'sign-ins, whole flow, eight clients',
        value: spread(warm.map((run) => run.perSecond)),
        unit: 'per s',
        aim: { atLeast: 3 * moodlePerSecond },
        note: `p99 ${spread(warm.map((run) => run.p99)).median.toFixed(0)} ms; argon2id 19 MiB, two at a time; the client shares the processors`,
      },
    ],
  }
}
