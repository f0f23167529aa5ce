import type { ReactNode } from 'react'
import { OwnRow, quietButton } from '@/components/questions/own/own-row'
import { useOwnMarks } from '@/components/questions/own/use-own-marks'
import { useOwnSheets } from '@/components/questions/own/use-own-sheets'
import { BookRow } from './book-row'
import { GoneRow } from './gone-row'
import { type Listed, marksIn } from './list'
import type { PutAway } from './use-put-away'

/** Putting a row away: the words of the button, and of what stands there afterwards. */
type Away = PutAway & { action: string; done: string; failure: string | null }

type BookListProps<T extends Listed> = {
  items: readonly T[]
  /** What stands under the stem's first line; `note` as it is now. */
  metaOf: (item: T, note: string) => ReactNode
  /** Said where nothing is listed. */
  empty: string
  star?: boolean
  away?: Away
}

/** Questions of one's own as rows that open in place, with star, note and report, and the way out of the list. */
export function BookList<T extends Listed>({ items, metaOf, empty, star = false, away }: BookListProps<T>) {
  const marks = useOwnMarks(marksIn(items))
  const { open, sheets } = useOwnSheets(marks)
  if (items.length === 0) return <p className="py-6 text-ink-2 text-small">{empty}</p>
  const row = (item: T) => {
    const { questionId: question } = item
    if (away?.isAway(question))
      return <GoneRow key={question} words={away.done} onUndo={() => void away.put(question, false)} />
    return (
      <BookRow key={question} item={item} meta={metaOf(item, marks.noteOf(question))}>
        <OwnRow star={star} question={question} marks={marks} onOpen={(kind) => open({ kind, question })}>
          {away && (
            <button type="button" className={quietButton} onClick={() => void away.put(question, true)}>
              {away.action}
            </button>
          )}
        </OwnRow>
      </BookRow>
    )
  }
  return (
    <>
      <p role="status" className="pb-2 text-part text-small empty:hidden">
        {away?.failure}
      </p>
      <div className="border-rule border-t">{items.map(row)}</div>
      {sheets}
    </>
  )
}
