import type { Answer } from '@/domain/attempts/input'
import type { Feedback, PutReply } from '@/domain/attempts/view'
import type { Entry } from './entries'
import type { Request } from './next-request'
import type { News, Notice, Reply, Settlement } from './outbox'

type Current = { answer: Answer; feedback: Feedback }
type AnswerEntry = Extract<Entry, { kind: 'answer' }>
type Outcome =
  | { status: 'saved'; reply: PutReply }
  | { status: 'conflict'; code: string; current?: Current }
  | { status: 'refused' }

/** One answer's reply; `place` is its place among many sent at once, which are replied to in their order. */
function outcomeOf(entry: AnswerEntry, place: number | null, reply: Reply): Outcome {
  if (!reply.ok) {
    if (reply.status !== 409) return { status: 'refused' }
    const current = reply.current ? { current: reply.current as Current } : {}
    return { status: 'conflict', code: reply.code, ...current }
  }
  if (place === null) return { status: 'saved', reply: reply.body as PutReply }
  const items = reply.body as ({ questionId: string } & Outcome)[]
  const item = items[place]
  return item?.questionId === entry.question ? item : { status: 'refused' }
}

function told(entry: AnswerEntry, outcome: Outcome, id: string): { news: News; notice?: Notice } {
  const { question, given } = entry
  if (outcome.status === 'saved') {
    const feedback = 'saved' in outcome.reply ? null : outcome.reply
    return { news: { kind: 'answered', id, question, given, feedback } }
  }
  if (outcome.status === 'refused') return { news: { kind: 'stale', id }, notice: { kind: 'refused', question } }
  if (outcome.code === 'finished' || !outcome.current)
    return { news: { kind: 'stale', id }, notice: { kind: 'finished-elsewhere' } }
  const { answer, feedback } = outcome.current
  return {
    news: { kind: 'answered', id, question, given: { ...given, answer }, feedback },
    notice: { kind: 'answered-elsewhere', question },
  }
}

/** Every answer of a request that was replied to is settled: saved, or decided elsewhere and adopted, or refused. */
export function settleAnswers({ entries, sendAs }: Request, reply: Reply): Settlement {
  const answers = entries.filter((entry) => entry.kind === 'answer')
  const all = answers.map((entry, place) =>
    told(entry, outcomeOf(entry, answers.length === 1 ? null : place, reply), sendAs),
  )
  const notices = all.flatMap(({ notice }) => (notice ? [notice] : []))
  return {
    remove: answers.map((entry) => entry.key),
    add: [],
    news: all.map(({ news }) => news),
    // One sentence is enough, however many answers came too late.
    notices: notices.filter((one, at) => at === notices.findIndex((other) => other.kind === one.kind)),
  }
}
