import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AttemptRecord, NewEntry, Outbox } from '@/components/attempts/entries'
import { newId } from '@/components/attempts/new-id'
import { addEntry, putRecord, readOutboxAnew } from '@/components/attempts/outbox-store'
import { attemptQuery } from '@/components/attempts/queries'
import { flush } from '@/components/attempts/sender'
import { useOutbox } from '@/components/attempts/use-outbox'
import type { FeedbackMode } from '@/domain/attempts/input'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { itemsOf } from './items'

export type DaySet = { id: string; subject: string; on: string; questions: QuestionToAnswer[] }

/** This browser's unfinished attempt at a set, the latest if there are several. */
function openRecord({ records }: Outbox, set: string): AttemptRecord | undefined {
  return records.filter((record) => record.set === set && !record.finished).sort((a, b) => b.startedAt - a.startedAt)[0]
}

function begin(set: DaySet, feedback: FeedbackMode): string {
  const known = openRecord(readOutboxAnew(), set.id)
  const id = known?.id ?? newId()
  if (!known) {
    const { id: setId, subject, on } = set
    const startedAt = Date.now()
    putRecord({ id, sendAs: id, set: setId, subject, on, feedback, restarts: 0, finished: false, startedAt })
  }
  // Said again on every visit: it tells the server nothing new, and brings the state back.
  addEntry({ attempt: id, kind: 'start' })
  return id
}

/** Essays are marked by their writer before the set is handed in, which needs the marking points after each. */
const feedbackFor = (set: DaySet, atEnd: boolean): FeedbackMode =>
  atEnd && !set.questions.some((question) => question.type === 'essay') ? 'end' : 'each'

/**
 * An attempt at a set: begun (or gone on with) as soon as `mayBegin`, its items, and how to write to it.
 * @param atEnd feedback at the end, should it have to be begun.
 */
export function useAttempt(set: DaySet, mayBegin: boolean, atEnd: boolean) {
  const { outbox, ...sending } = useOutbox()
  const [id, setId] = useState<string | null>(null)
  useEffect(() => {
    // Begun but once: a setting changed afterwards is for the next set.
    if (!mayBegin || id !== null) return
    setId(begin(set, feedbackFor(set, atEnd)))
    void flush()
  }, [set, mayBegin, atEnd, id])
  const record = outbox.records.find((one) => one.id === id)
  const waiting = useMemo(() => outbox.entries.filter((entry) => entry.attempt === id), [outbox, id])
  const { data: state } = useQuery({
    ...attemptQuery(record?.sendAs ?? ''),
    enabled: record !== undefined && !record.finished && !waiting.some((entry) => entry.kind === 'start'),
  })
  const questions = state?.questions ?? set.questions
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
    isKnown: state !== undefined,
    pending: answered,
    write,
    feedback,
    outbox,
    ...sending,
  }
}

export type PlayedAttempt = ReturnType<typeof useAttempt>
