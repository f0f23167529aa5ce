'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { BookRow } from '@/components/book/book-row'
import { Empty } from '@/components/book/empty'
import { Filters } from '@/components/book/filters'
import { type Filter, marksIn, type Page } from '@/components/book/list'
import { More } from '@/components/book/more'
import { usePages } from '@/components/book/use-pages'
import { OwnRow } from '@/components/questions/own-row'
import { useOwnMarks } from '@/components/questions/use-own-marks'
import { useOwnSheets } from '@/components/questions/use-own-sheets'
import { fetchNotes, type Note } from './queries'

type NoteListProps = { filter: Filter; initial: Page<Note>; titles: Record<string, string> }

/** 笔记: what one has written, with the questions it belongs to, the latest first. */
export function NoteList({ filter, initial, titles }: NoteListProps) {
  const t = useTranslations('notes')
  const format = useFormatter()
  const { items, query } = usePages<Note, Page<Note>>({
    queryKey: ['notes', filter.subject ?? null],
    fetchPage: (cursor) => fetchNotes(filter, cursor),
    initial,
  })
  const marks = useOwnMarks(marksIn(items))
  const { open, sheets } = useOwnSheets(marks)
  const subjects = Object.entries(titles).map(([key, title]) => ({ key, title }))
  if (items.length === 0 && !filter.subject)
    return <Empty title={t('empty')} note={t('emptyNote')} action={t('today')} path="/" />
  return (
    <>
      <Filters path="/notes" filter={filter} subjects={subjects} />
      <div className="mt-4 border-rule border-t">
        {items.map((item) => (
          <BookRow
            key={item.questionId}
            item={item}
            meta={
              <>
                {marks.noteOf(item.questionId) ? (
                  <span className="line-clamp-3 whitespace-pre-wrap py-0.5 text-ink-2 text-small">
                    {marks.noteOf(item.questionId)}
                  </span>
                ) : (
                  <span className="block">{t('removed')}</span>
                )}
                {[titles[item.subject], item.chapter?.title].filter(Boolean).join(' · ')}
                {' · '}
                {format.dateTime(new Date(item.updatedAt), { month: 'long', day: 'numeric' })}
              </>
            }
          >
            <OwnRow
              question={item.questionId}
              marks={marks}
              onOpen={(kind) => open({ kind, question: item.questionId })}
            />
          </BookRow>
        ))}
      </div>
      {items.length === 0 && <p className="py-6 text-ink-2 text-small">{t('noneHere')}</p>}
      <More query={query} />
      {sheets}
    </>
  )
}
