import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AttemptRecord, NewEntry, Outbox, Practice } from '@/components/attempts/entries'
import { newId } from '@/components/attempts/new-id'
import { addEntry, putRecord, readOutboxAnew } from '@/components/attempts/outbox-store'
import { attemptQuery } from '@/components/attempts/queries'
import { flush } from '@/components/attempts/sender'
import { useOutbox } from '@/components/attempts/use-outbox'
import type { FeedbackMode } from '@/domain/attempts/input'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { itemsOf } from './grid/items'

export type Task = {
  /** Names it: one unfinished attempt at a time. */
  set: string
  practice: Practice
  /** Of a daily set. In other modes they come with the attempt. */
  questions?: readonly QuestionToAnswer[]
}
const none: readonly QuestionToAnswer[] = []
const simply: Beginning = {}

/** How to begin, where it is not simply gone on with. */
export type Beginning = {
  /** What is unfinished is given up, here at once and on the server when it hears of it. */
  again?: boolean
  /** Go on with this one, which the server knows. */
  resume?: string | null
}

/** This browser's unfinished attempt at a set, the latest if there are several. */
function openRecord({ records }: Outbox, set: string): AttemptRecord | undefined {
  return records.filter((record) => record.set === set && !record.finished).sort((a, b) => b.startedAt - a.startedAt)[0]
}

function begin({ set, practice }: Task, feedback: FeedbackMode, { again = false, resume = null }: Beginning): string {
  const outbox = readOutboxAnew()
  const open = openRecord(outbox, set)
  if (open && again) putRecord({ ...open, finished: true })
  const known = resume ? outbox.records.find((one) => one.id === resume || one.sendAs === resume) : again ? null : open
  const id = known?.id ?? resume ?? newId()
  if (!known) {
    const startedAt = Date.now()
    putRecord({ ...practice, id, sendAs: id, set, feedback, again, restarts: 0, finished: false, startedAt })
  }
  // Said again on every visit: it tells the server nothing new, and brings the state back.
  addEntry({ attempt: id, kind: 'start' })
  return id
}

/** Essays are marked by their writer before the set is handed in, which needs the marking points after each. */
const feedbackFor = ({ questions = none }: Task, atEnd: boolean): FeedbackMode =>
  atEnd && !questions.some((question) => question.type === 'essay') ? 'end' : 'each'

/**
 * An attempt at a set: begun (or gone on with) as soon as `mayBegin`, its items, and how to write to it.
 * @param atEnd feedback at the end, should it have to be begun.
 */
export function useAttempt(task: Task, mayBegin: boolean, atEnd: boolean, how: Beginning = simply) {
  const { outbox, ...sending } = useOutbox()
  const [id, setId] = useState<string | null>(null)
  const hasBegun = useRef(false)
  useEffect(() => {
    // Begun but once: a setting changed afterwards is for the next set.
    if (!mayBegin || hasBegun.current) return
    hasBegun.current = true
    setId(begin(task, feedbackFor(task, atEnd), how))
    void flush()
  }, [task, mayBegin, atEnd, how])
  const record = outbox.records.find((one) => one.id === id)
  const waiting = useMemo(() => outbox.entries.filter((entry) => entry.attempt === id), [outbox, id])
  const { data: state } = useQuery({
    ...attemptQuery(record?.sendAs ?? ''),
    enabled: record !== undefined && !record.finished && !waiting.some((entry) => entry.kind === 'start'),
  })
  const questions = state?.questions ?? task.questions ?? none
  const items = useMemo(() => itemsOf(questions, state, waiting), [questions, state, waiting])
  const write = useCallback((entry: NewEntry) => {
    addEntry(entry)
    void flush()
  }, [])
  const answered = waiting.filter((entry) => entry.kind !== 'start').length
  const feedback = record?.feedback ?? 'each'
  const isFinished = record?.finished === true || (state?.finishedAt ?? null) !== null
  return {
    id,
    record,
    items,
    isFinished,
    state,
    pending: answered,
    write,
    feedback,
    outbox,
    ...sending,
  }
}

export type PlayedAttempt = ReturnType<typeof useAttempt>
