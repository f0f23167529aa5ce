/** Which request the outbox sends next: attempt by attempt, each one's entries in their order. Pure. */
import { type AttemptRecord, type Entry, inSendingOrder, type Outbox } from './entries'

export type Request = {
  /** The attempt's name in this browser. */
  attempt: string
  /** Its id on the server. */
  sendAs: string
  entries: Entry[]
  method: 'POST' | 'PUT'
  path: string
  body?: unknown
}

/** Most answers in one request; the server takes 200. */
const batch = 100

/** The next request, or null when nothing waits. The attempt that has waited longest goes first. */
export function nextRequest({ entries, records }: Outbox): Request | null {
  const oldest = entries.reduce<Entry | null>((first, one) => (first && first.key < one.key ? first : one), null)
  if (!oldest) return null
  const { attempt } = oldest
  const record = records.find((one) => one.id === attempt)
  const [first, ...rest] = entries.filter((one) => one.attempt === attempt).sort(inSendingOrder)
  if (!first) return null
  const answers = [first, ...rest].filter((one) => one.kind === 'answer').slice(0, batch)
  const sent = first.kind === 'answer' ? answers : [first]
  const sendAs = record?.sendAs ?? attempt
  return { attempt, sendAs, entries: sent, ...addressed(first, sendAs, record, answers) }
}

/** What POST /attempts wants of a record; what the mode does not have is left out of the JSON. */
function startOf(record: AttemptRecord | undefined, id: string) {
  const { mode = 'daily', subject = '', on, chapter, chapters, count, pick, again, feedback = 'each' } = record ?? {}
  // A custom set under a new name is a new one as it is.
  const anew = again && mode !== 'custom' && { again }
  return { id, mode, subject, on, chapter, chapters, count, pick, ...anew, feedback }
}

function addressed(
  entry: Entry,
  sendAs: string,
  record: AttemptRecord | undefined,
  answers: Extract<Entry, { kind: 'answer' }>[],
): Pick<Request, 'method' | 'path' | 'body'> {
  const root = `/attempts/${sendAs}`
  switch (entry.kind) {
    case 'start':
      return { method: 'POST', path: '/attempts', body: startOf(record, sendAs) }
    case 'answer': {
      if (answers.length === 1) return { method: 'PUT', path: `${root}/answers/${entry.question}`, body: entry.given }
      const body = { answers: answers.map(({ question, given }) => ({ questionId: question, ...given })) }
      return { method: 'PUT', path: `${root}/answers`, body }
    }
    case 'flag':
      return { method: 'PUT', path: `${root}/answers/${entry.question}/flag`, body: { flagged: entry.flagged } }
    case 'self-mark':
      return { method: 'PUT', path: `${root}/answers/${entry.question}/self-mark`, body: { points: entry.points } }
    case 'finish':
      return { method: 'POST', path: `${root}/finish` }
  }
}
