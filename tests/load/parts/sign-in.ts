import { hash } from '@node-rs/argon2'
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

const cookiesOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** The whole flow as the page does it: the token against forgery, then address and password. @returns milliseconds. */
async function signIn({ port }: Server, { email }: BenchMember): Promise<number> {
  const origin = `http://127.0.0.1:${port}`
  const startedAt = performance.now()
  const first = await fetch(`${origin}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const reply = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', cookie: cookiesOf(first) },
    body: JSON.stringify({ csrfToken, email, password, json: 'true' }),
    redirect: 'manual',
  })
  const text = await reply.text()
  if (reply.status !== 200 || !cookiesOf(reply).includes('session='))
    throw new Error(`signing in answers ${reply.status}: ${text.slice(0, 200)}`)
  return performance.now() - startedAt
}

async function round(server: Server, members: readonly BenchMember[]) {
  const startedAt = performance.now()
  const times = await Promise.all(
    members.map(async (member) => {
      const own: number[] = []
      for (let flow = 0; flow < flowsPerClient; flow++) own.push(await signIn(server, member))
      return own
    }),
  )
  const all = times.flat()
  return { perSecond: (all.length * 1000) / (performance.now() - startedAt), p99: percentile(all, 0.99) }
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
