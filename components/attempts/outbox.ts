/**
 * What becomes of the outbox's entries by a reply. Pure: storage, network, locks and
 * clock are sender.ts's.
 *
 * Rule: an entry leaves only by a definitive reply. No connection, 429 and 5xx are none: it stays. An attempt that the
 * server does not know (the guest is gone) is begun anew, twice at most, with every answer this browser still holds.
 * Source: architecture.md, "Answers go through an outbox"; api.md, attempts.
 *
 * Example: start and three answers wait. POST /attempts answers with another id, for this person had begun the set
 * elsewhere: the start leaves, the answers go to that id in one PUT; one comes back `answered` and is adopted.
 */
import type { PutAnswer } from '@/domain/attempts/input'
import type { AttemptState, Feedback, FinishView, PutReply } from '@/domain/attempts/view'
import type { AttemptRecord, Entry, NewEntry, Outbox } from './entries'
import type { Request } from './next-request'
import { settleAnswers } from './settle-answers'

export type Reply = { ok: true; body: unknown } | { ok: false; status: number; code: string; current: unknown }

/** What a reply tells the pages. */
export type News =
  | { kind: 'state'; state: AttemptState }
  | { kind: 'answered'; id: string; question: string; given: PutAnswer; feedback: Feedback | null }
  | { kind: 'finished'; id: string; result: FinishView }
  /** What the page holds of this attempt is out of date. */
  | { kind: 'stale'; id: string }

export type Notice = {
  kind: 'answered-elsewhere' | 'finished-elsewhere' | 'refused' | 'dropped'
  /** The attempt's name in this browser, where it is all of it that the notice is about. */
  attempt?: string
  question?: string
  /** Why the server would not begin the attempt. */
  code?: string
}

export type Settlement = {
  remove: string[]
  add: NewEntry[]
  record?: AttemptRecord
  news: News[]
  notices: Notice[]
}

const mostRestarts = 2

const nothing = (): Settlement => ({ remove: [], add: [], news: [], notices: [] })
const keysOf = (entries: readonly Entry[]) => entries.map((entry) => entry.key)

/** Whether a refusal says only that now is not the time. */
export const isPassing = (status: number) => status === 429 || status >= 500

/**
 * What a definitive reply means; passing refusals and 401 are not for here.
 * @param newId an id for the attempt, should the one it has be somebody else's.
 */
export function settle(request: Request, reply: Reply, outbox: Outbox, newId: string): Settlement {
  const record = outbox.records.find((one) => one.id === request.attempt)
  const [first] = request.entries
  if (!first) return nothing()
  if (first.kind === 'start') return settleStart(request, reply, outbox, record, newId)
  if (!reply.ok && reply.code === 'not-found') return beginAnew(request, outbox, record)
  if (first.kind === 'answer') return settleAnswers(request, reply)
  const remove = keysOf(request.entries)
  if (first.kind === 'finish' && reply.ok) {
    const ended = record && { record: { ...record, finished: true } }
    const news: News[] = [{ kind: 'finished', id: request.sendAs, result: reply.body as FinishView }]
    return { ...nothing(), remove, ...ended, news }
  }
  if (first.kind === 'self-mark' && reply.ok) {
    const marked = reply.body as PutReply
    const { question } = first
    const held = outbox.given.find((one) => one.attempt === request.attempt && one.question === question)
    if (held && !('saved' in marked))
      return {
        ...nothing(),
        remove,
        news: [{ kind: 'answered', id: request.sendAs, question, given: held.given, feedback: marked }],
      }
  }
  if (reply.ok) return { ...nothing(), remove, news: [{ kind: 'stale', id: request.sendAs }] }
  const notices: Notice[] = reply.code === 'finished' ? [{ kind: 'finished-elsewhere' }] : []
  return { ...nothing(), remove, notices, news: [{ kind: 'stale', id: request.sendAs }] }
}

function settleStart(
  request: Request,
  reply: Reply,
  outbox: Outbox,
  record: AttemptRecord | undefined,
  newId: string,
): Settlement {
  if (reply.ok && record) {
    const state = reply.body as AttemptState
    const { again: _, ...rest } = record
    const known = { ...rest, sendAs: state.id, feedback: state.feedback, finished: state.finishedAt !== null }
    const asked = new Set(state.questions.map((question) => question.id))
    const astray = entriesOf(request.attempt, outbox).filter((one) => 'question' in one && !asked.has(one.question))
    return {
      ...nothing(),
      remove: keysOf([...request.entries, ...astray]),
      record: known,
      news: [{ kind: 'state', state }],
      notices: astray.length > 0 ? [{ kind: 'refused' }] : [],
    }
  }
  if (reply.ok || reply.code !== 'id-taken' || !record || record.restarts > mostRestarts)
    return drop(request.attempt, outbox, reply.ok ? {} : { code: reply.code })
  const renamed = { ...record, sendAs: newId, restarts: record.restarts + 1 }
  return { ...nothing(), record: renamed, add: heldAnswers(request.attempt, outbox) }
}

const entriesOf = (attempt: string, { entries }: Outbox) => entries.filter((one) => one.attempt === attempt)

/** The server does not know the attempt: the guest it belonged to is gone. */
function beginAnew({ attempt }: Request, outbox: Outbox, record: AttemptRecord | undefined): Settlement {
  if (!record || record.restarts >= mostRestarts) return drop(attempt, outbox)
  return {
    ...nothing(),
    record: { ...record, restarts: record.restarts + 1 },
    add: [{ attempt, kind: 'start' }, ...heldAnswers(attempt, outbox)],
  }
}

/** Answers that the server had confirmed, to be told again to one that knows nothing of them. */
function heldAnswers(attempt: string, outbox: Outbox): NewEntry[] {
  const waiting = new Set(entriesOf(attempt, outbox).flatMap((one) => (one.kind === 'answer' ? [one.question] : [])))
  return outbox.given
    .filter((one) => one.attempt === attempt && !waiting.has(one.question))
    .map(({ question, given }) => ({ attempt, kind: 'answer', question, given }))
}

function drop(attempt: string, outbox: Outbox, why: { code?: string } = {}): Settlement {
  return { ...nothing(), remove: keysOf(entriesOf(attempt, outbox)), notices: [{ kind: 'dropped', attempt, ...why }] }
}
