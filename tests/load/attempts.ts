import { randomUUID } from 'node:crypto'
import Driver from 'better-sqlite3'
import type { AttemptState } from '@/domain/attempts/view'
import { request, type Shot } from './client'
import type { Server } from './servers'
import { databaseFile } from './workspace'

/** An answer to hand in, where it goes, and what came back. */
export type Handed = { attempt: string; question: string; cookie: string; body: string; statuses: number[] }

async function send(server: Server, path: string, cookie = '', body?: unknown): Promise<Response> {
  const origin = `http://127.0.0.1:${server.port}`
  const reply = await fetch(`${origin}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { origin, 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!reply.ok) throw new Error(`${path} answers ${reply.status}: ${await reply.text()}`)
  return reply
}

export async function newGuest(server: Server): Promise<string> {
  const reply = await send(server, '/guest', '', {})
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Sets of choice questions that are stored: subject and day. */
function listSets(): { subject: string; on: string }[] {
  const file = new Driver(databaseFile, { readonly: true })
  const rows = file
    .prepare(
      `select distinct s.subject_slug as subject, s.day as "on" from daily_sets s
       join daily_set_items i on i.set_id = s.id join questions q on q.id = i.question_id
       where q.type in ('single', 'multiple') and s.day < date('now') order by s.day, s.subject_slug`,
    )
    .all()
  file.close()
  return rows as { subject: string; on: string }[]
}

const choices = { single: ['A'], multiple: ['A', 'B'] }

function answersTo(state: AttemptState, cookie: string): Handed[] {
  return state.questions.flatMap(({ id, type }) => {
    if (type !== 'single' && type !== 'multiple') return []
    const body = { answer: { choices: choices[type] }, spentMs: 23_456, answeredAt: new Date().toISOString() }
    return [{ attempt: state.id, question: id, cookie, body: JSON.stringify(body), statuses: [] }]
  })
}

/**
 * Starts attempts, as newcomers would, until `count` questions wait for their first answer. Neighbours in the list are
 * questions of different attempts, as when many people answer at once.
 * @param newcomer makes somebody and gives the cookie; a new guest when absent.
 */
export async function answersToGive(
  server: Server,
  count: number,
  newcomer: (server: Server) => Promise<string> = newGuest,
): Promise<Handed[]> {
  const sets = listSets()
  if (sets.length === 0) throw new Error('no sets of choice questions are stored')
  const handed: Handed[] = []
  while (handed.length < count) {
    const cookie = await newcomer(server)
    for (const set of sets) {
      if (handed.length >= count) break
      const input = { id: randomUUID(), mode: 'daily', ...set }
      const reply = await send(server, '/attempts', cookie, input)
      handed.push(...answersTo((await reply.json()) as AttemptState, cookie))
    }
  }
  const order = new Map<string, number>()
  const turn = new Map(
    handed.map((one) => [one, order.set(one.attempt, (order.get(one.attempt) ?? 0) + 1).get(one.attempt)]),
  )
  return handed.sort((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0)).slice(0, count)
}

export function putShot(server: Server, { attempt, question, cookie, body, statuses }: Handed): Shot {
  const path = `/api/v1/attempts/${attempt}/answers/${question}`
  const bytes = request(server.port, { method: 'PUT', path, headers: { cookie }, body })
  return { bytes, done: (status) => statuses.push(status) }
}

/** Holds what was acknowledged against what is stored. @throws Error when an answer is lost, changed or not ours. */
export function checkStored(handed: readonly Handed[]): number {
  const file = new Driver(databaseFile, { readonly: true })
  const rows = file.prepare('select attempt_id, question_id, answer from answers').all()
  file.close()
  const keyOf = (attempt: string, question: string) => `${attempt}/${question}`
  const stored = new Map<string, string>()
  for (const { attempt_id, question_id, answer } of rows as Record<'attempt_id' | 'question_id' | 'answer', string>[])
    stored.set(keyOf(attempt_id, question_id), answer)
  const acknowledged = handed.filter(({ statuses }) => statuses.includes(200))
  const wrong = acknowledged.filter(
    ({ attempt, question, body }) => stored.get(keyOf(attempt, question)) !== JSON.stringify(JSON.parse(body).answer),
  )
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${acknowledged.length} acknowledged answers are not stored`)
  if (rows.length !== stored.size) throw new Error(`${rows.length - stored.size} answers are stored twice`)
  return acknowledged.length
}
