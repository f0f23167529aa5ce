'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { BookList } from '@/components/book/book-list'
import { Empty } from '@/components/book/empty'
import { Filters } from '@/components/book/filters'
import type { Filter, Page } from '@/components/book/list'
import { More } from '@/components/book/more'
import { usePages } from '@/components/book/use-pages'
import { fetchNotes, type Note } from './queries'

type NoteListProps = { filter: Filter; initial: Page<Note>; titles: Record<string, string> }

/** 笔记: what one has written, with the questions it belongs to, the latest first. */
export function NoteList({ filter, initial, titles }: NoteListProps) {
  const t = useTranslations('notes')
  const { items, query } = usePages<Note, Page<Note>>({
    queryKey: ['notes', filter.subject ?? null],
    fetchPage: (cursor) => fetchNotes(filter, cursor),
    initial,
  })
  if (items.length === 0 && !filter.subject)
    return <Empty title={t('empty')} note={t('emptyNote')} action={t('today')} path="/" />
  const subjects = Object.entries(titles).map(([key, title]) => ({ key, title }))
  return (
    <>
      <Filters path="/notes" filter={filter} subjects={subjects} always />
      <div className="pt-4">
        <BookList
          star
          items={items}
          metaOf={(item, note) => <NoteMeta item={item} note={note} subject={titles[item.subject]} />}
          empty={t('noneHere')}
        />
      </div>
      <More query={query} />
    </>
  )
}

function NoteMeta({ item, note, subject }: { item: Note; note: string; subject: string | undefined }) {
  const t = useTranslations('notes')
  const format = useFormatter()
  const day = format.dateTime(new Date(item.updatedAt), { month: 'long', day: 'numeric' })
  return (
    <>
      {note === '' ? (
        <span className="block">{t('removed')}</span>
      ) : (
        <span className="line-clamp-3 whitespace-pre-wrap py-0.5 text-ink-2 text-small">{note}</span>
      )}
      {[subject, item.chapter?.title, day].filter(Boolean).join(' · ')}
    </>
  )
}
