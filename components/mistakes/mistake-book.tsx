'use client'

import { useTranslations } from 'next-intl'
import { BookRow } from '@/components/book/book-row'
import { Empty } from '@/components/book/empty'
import { Filters } from '@/components/book/filters'
import { GoneRow } from '@/components/book/gone-row'
import { type Filter, marksIn } from '@/components/book/list'
import { More } from '@/components/book/more'
import { usePages } from '@/components/book/use-pages'
import { usePutAway } from '@/components/book/use-put-away'
import { OwnRow, quietButton } from '@/components/questions/own-row'
import { useOwnMarks } from '@/components/questions/use-own-marks'
import { useOwnSheets } from '@/components/questions/use-own-sheets'
import { MistakeActions } from './mistake-actions'
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

/** 错题本, or what was mastered: questions by chapter, each to be opened, put away and brought back. */
export function MistakeBook({ status, filter, initial, titles }: MistakeBookProps) {
  const t = useTranslations('mistakes')
  const { items, first, query } = usePages<MistakeEntry, MistakePage>({
    queryKey: ['mistakes', status, filter.subject ?? null, filter.chapter ?? null],
    fetchPage: (cursor) => fetchMistakes({ ...filter, status }, cursor),
    initial,
  })
  const { away, put, failed } = usePutAway((question, is) =>
    is === (status === 'open') ? masterMistake(question) : reopenMistake(question),
  )
  const marks = useOwnMarks(marksIn(items))
  const { open, sheets } = useOwnSheets(marks)
  const subjects = first.counts.subjects.filter((one) => one[status] > 0 || one.subject === filter.subject)
  const chosen = subjects.find((one) => one.subject === filter.subject)
  const named = subjects.map((one) => ({
    key: one.subject,
    title: titles[one.subject] ?? one.subject,
    count: one[status],
  }))
  const chapters = chosen?.chapters.filter((one) => one[status] > 0) ?? []
  if (first.counts[status] === 0 && items.length === 0) return <NoMistakes status={status} />
  return (
    <>
      <Filters
        path={status === 'open' ? '/mistakes' : '/mistakes/mastered'}
        filter={filter}
        subjects={named}
        chapters={chapters.map((one) => ({ key: one.key, title: one.title, count: one[status] }))}
      />
      {status === 'open' && <MistakeActions filter={filter} subjects={named} />}
      <p className="pt-4 pb-2 text-ink-3 text-meta">{t(status === 'open' ? 'rule' : 'masteredRule')}</p>
      <p role="status" className="text-part text-small empty:hidden">
        {failed && t(`failed.${failed}`)}
      </p>
      <div className="border-rule border-t">
        {items.map((item) =>
          away.has(item.questionId) ? (
            <GoneRow
              key={item.questionId}
              words={t(status === 'open' ? 'gone' : 'back')}
              onUndo={() => void put(item.questionId, false)}
            />
          ) : (
            <BookRow
              key={item.questionId}
              item={item}
              meta={<Meta item={item} subject={filter.subject ? undefined : titles[item.subject]} />}
            >
              <OwnRow
                star
                question={item.questionId}
                marks={marks}
                onOpen={(kind) => open({ kind, question: item.questionId })}
              >
                <button type="button" className={quietButton} onClick={() => void put(item.questionId, true)}>
                  {t(status === 'open' ? 'remove' : 'putBack')}
                </button>
              </OwnRow>
            </BookRow>
          ),
        )}
      </div>
      {items.length === 0 && <p className="py-6 text-ink-2 text-small">{t('noneHere')}</p>}
      <More query={query} />
      {sheets}
    </>
  )
}

function Meta({ item, subject }: { item: MistakeEntry; subject: string | undefined }) {
  const t = useTranslations('mistakes')
  const { status, wrongCount, rightInRow, rightNeeded, masteredBy, chapter } = item
  const stands =
    status === 'open'
      ? t('left', { count: rightNeeded - rightInRow })
      : t(masteredBy === 'hand' ? 'byHand' : 'byRule', { count: rightNeeded })
  return (
    <>
      {[subject, chapter?.title].filter(Boolean).map((words) => (
        <span key={words} lang="zh-CN">
          {words}
          {' · '}
        </span>
      ))}
      {t('wrong', { count: wrongCount })}
      {' · '}
      {stands}
    </>
  )
}

function NoMistakes({ status }: { status: Status }) {
  const t = useTranslations('mistakes')
  return <Empty title={t(`empty.${status}.title`)} note={t(`empty.${status}.note`)} action={t('today')} path="/" />
}
