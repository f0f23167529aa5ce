'use client'

import { useTranslations } from 'next-intl'
import { BookList } from '@/components/book/book-list'
import { Empty } from '@/components/book/empty'
import { Filters } from '@/components/book/filters'
import type { Filter } from '@/components/book/list'
import { More } from '@/components/book/more'
import { usePages } from '@/components/book/use-pages'
import { usePutAway } from '@/components/book/use-put-away'
import { MistakeActions } from './mistake-actions'
import { MistakeMeta } from './mistake-meta'
import {
  fetchMistakes,
  type MistakeEntry,
  type MistakePage,
  masterMistake,
  reopenMistake,
  type Status,
} from './queries'

export type MistakeBookProps = {
  status: Status
  filter: Filter
  initial: MistakePage
  /** Short titles of subjects by slug. */
  titles: Record<string, string>
}

/** 错题本, or what was mastered: questions to be opened, put away and brought back. */
export function MistakeBook({ status, filter, initial, titles }: MistakeBookProps) {
  const t = useTranslations('mistakes')
  const isOpen = status === 'open'
  const { items, first, query } = usePages<MistakeEntry, MistakePage>({
    queryKey: ['mistakes', status, filter.subject ?? null, filter.chapter ?? null],
    fetchPage: (cursor) => fetchMistakes({ ...filter, status }, cursor),
    initial,
  })
  // Out of the book, and back into it: from the one list it is the other's way round.
  const away = usePutAway((question, is) => (is === isOpen ? masterMistake(question) : reopenMistake(question)))
  if (first.counts[status] === 0 && items.length === 0)
    return <Empty title={t(`empty.${status}.title`)} note={t(`empty.${status}.note`)} action={t('today')} path="/" />
  return (
    <>
      <MistakeHead {...{ status, filter, titles }} counts={first.counts} />
      <BookList
        star
        items={items}
        metaOf={(item) => <MistakeMeta item={item} subject={filter.subject ? undefined : titles[item.subject]} />}
        empty={t('noneHere')}
        away={{
          ...away,
          action: t(isOpen ? 'remove' : 'putBack'),
          done: t(isOpen ? 'gone' : 'back'),
          failure: away.failed && t(`failed.${away.failed}`),
        }}
      />
      <More query={query} />
    </>
  )
}

type MistakeHeadProps = Omit<MistakeBookProps, 'initial'> & Pick<MistakePage, 'counts'>

/** Which of them, and what can be done with all of those. */
function MistakeHead({ status, filter, titles, counts }: MistakeHeadProps) {
  const t = useTranslations('mistakes')
  const shown = counts.subjects.filter((one) => one[status] > 0 || one.subject === filter.subject)
  const named = ({ subject, ...count }: (typeof shown)[number]) => ({
    key: subject,
    title: titles[subject] ?? subject,
    count: count[status],
  })
  const subjects = shown.map(named)
  const chapters = shown.find((one) => one.subject === filter.subject)?.chapters ?? []
  return (
    <>
      <Filters
        path={status === 'open' ? '/mistakes' : '/mistakes/mastered'}
        filter={filter}
        always={status === 'mastered' && subjects.length > 1}
        subjects={subjects}
        chapters={chapters.flatMap(({ key, title, [status]: count }) => (count > 0 ? [{ key, title, count }] : []))}
      />
      {status === 'open' && <MistakeActions filter={filter} subjects={subjects} />}
      <p className="pt-4 pb-2 text-ink-3 text-meta">{t(status === 'open' ? 'rule' : 'masteredRule')}</p>
    </>
  )
}
