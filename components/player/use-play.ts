import { useEffect, useState } from 'react'
import { answerIn, emptyDraft, readPlace, writeDraft, writePlace } from '@/components/attempts/drafts'
import type { Answer } from '@/domain/attempts/input'
import type { Primary } from './action-bar'
import { indexAfter, openIndexes, type PlayerItem } from './grid/items'
import { useDraft } from './question/use-draft'
import { useLasting } from './status-line'
import type { PlayedAttempt } from './use-attempt'

/** Whether this page was only loaded anew: then one stays where one was, in the middle of an explanation too. */
function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload'
}

/** Where to begin: where one was; but coming back another time, at a question that is still to be answered. */
function firstIndex({ id, items }: PlayedAttempt): number {
  const place = id && readPlace(id)
  const at = items.findIndex((item) => item.question.id === place)
  const open = openIndexes(items)[0]
  if (at >= 0 && (items[at]?.state !== 'marked' || isReload())) return at
  return open ?? Math.max(at, 0)
}

/** Only with feedback at the end may an answer that was handed in still be changed. */
const mayChange = ({ state }: PlayerItem, atEnd: boolean) =>
  state === 'open' || (atEnd && (state === 'saved' || state === 'pending'))

/** The question on show, its draft, and what its buttons do. Everything goes to the outbox, nothing straight out. */
export function usePlay(attempt: PlayedAttempt, item: PlayerItem, index: number, onMove: (index: number) => void) {
  const { id, items, sender, write } = attempt
  const atEnd = attempt.feedback === 'end'
  const { draft, change, readSpent } = useDraft(id, item)
  const question = item.question.id
  const drafted = answerIn(draft, item.question)
  const waits = item.state === 'pending' && !atEnd
  const slow = useLasting(waits, 2500)
  const deferred = waits && (slow || sender === 'offline' || sender === 'refused')
  const open = mayChange(item, atEnd)
  const isNew = drafted !== null && JSON.stringify(drafted) !== JSON.stringify(item.answer)
  const after = indexAfter(items, index)

  const hand = (answer: Answer) => {
    if (!id || !open) return
    const given = { answer, spentMs: readSpent(), answeredAt: new Date().toISOString() }
    write({ attempt: id, kind: 'answer', question, given })
    if (!atEnd) return
    // What is saved may be changed: from now on the saved answer is what the paper shows.
    writeDraft(id, question, { ...emptyDraft, spentMs: given.spentMs })
    if (after !== null) onMove(after)
  }
  const primary = primaryOf({
    item,
    open: open && (item.state === 'open' || isNew),
    waits: waits && !deferred,
    after,
    index,
  })
  return { draft, change, hand, drafted, open, deferred, primary, after, atEnd }
}

type Situation = { item: PlayerItem; open: boolean; waits: boolean; after: number | null; index: number }

function primaryOf({ item, open, waits, after, index }: Situation): Primary {
  if (open) return item.question.type === 'essay' ? 'handInText' : 'confirm'
  if (waits) return 'wait'
  if (after === null) return 'finish'
  return after > index ? 'next' : 'toOpen'
}

/** The question on show, remembered on this device. */
export function useIndex(attempt: PlayedAttempt): [number, (index: number) => void] {
  const [index, setIndex] = useState(() => firstIndex(attempt))
  const { id, items } = attempt
  const current = items[index]?.question.id
  useEffect(() => {
    if (id && current) writePlace(id, current)
  }, [id, current])
  return [Math.min(index, items.length - 1), setIndex]
}
