'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { More } from '@/components/book/more'
import { usePages } from '@/components/book/use-pages'
import { plainText } from '@/components/questions/plain-text'
import { momentsIn } from '@/components/staff/moments'
import { Chevron } from '@/components/ui/chevron'
import type { ReportDesk } from '@/domain/reports/output'
import { Answered, AnswerForm } from './answer-form'
import { type DeskFilter, type DeskReport, fetchDesk } from './queries'
import { ReportedQuestion } from './reported-question'

type DeskProps = { initial: ReportDesk; filter: DeskFilter; subjects: Record<string, string>; zone: string }

/** 纠错: what candidates reported, one row each; opened, the question as they saw it, and room for the answer. */
export function Desk({ initial, filter, subjects, zone }: DeskProps) {
  const t = useTranslations('desk')
  const { items, query } = usePages<DeskReport, ReportDesk>({
    queryKey: ['desk', filter],
    fetchPage: fetchDesk(filter),
    initial,
  })
  if (items.length === 0)
    return <p className="border-rule border-t py-6 text-ink-2 text-small">{t(`none.${filter.status}`)}</p>
  return (
    <>
      <ul className="border-rule border-t">
        {items.map((report) => (
          <DeskRow key={report.id} report={report} subject={subjects[report.subject] ?? report.subject} zone={zone} />
        ))}
      </ul>
      <More query={query} />
    </>
  )
}

function DeskRow({ report, subject, zone }: { report: DeskReport; subject: string; zone: string }) {
  const t = useTranslations('desk')
  const own = useTranslations('question.own')
  const words = momentsIn(useLocale(), zone)
  const [opened, setOpened] = useState(false)
  const [said, setSaid] = useState<Pick<DeskReport, 'outcome' | 'answer'>>(report)
  return (
    <li>
      <details className="group border-rule border-b" onToggle={() => setOpened(true)}>
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 py-2 text-small active:bg-sunk [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1 md:grid md:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)_12rem] md:items-center md:gap-4">
            <span className="font-semibold max-md:mr-2">{own(`reasons.${report.reason}`)}</span>
            <span lang="zh-CN" className="line-clamp-2 md:line-clamp-1">
              {report.text || <span className="text-ink-3">{t('noText')}</span>}
            </span>
            <span lang="zh-CN" className="line-clamp-1 text-ink-2">
              {plainText(report.question.stem.html)}
            </span>
            <span className="text-ink-3 text-meta">
              {subject} · {words.day(report.createdAt)}
            </span>
          </span>
          {said.outcome && report.outcome === null && <span className="text-meta text-right">{t('done')}</span>}
          <Chevron />
        </summary>
        {opened && (
          <div className="grid gap-x-10 gap-y-6 pt-2 pb-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <ReportedQuestion report={report} />
            <div className="grid content-start gap-4 lg:sticky lg:top-4 lg:self-start">
              <Told report={report} at={words.clock(report.createdAt)} />
              {said.outcome ? (
                <Answered outcome={said.outcome} answer={said.answer} />
              ) : (
                <AnswerForm id={report.id} onAnswered={setSaid} />
              )}
            </div>
          </div>
        )}
      </details>
    </li>
  )
}

function Told({ report, at }: { report: DeskReport; at: string }) {
  const own = useTranslations('question.own')
  const t = useTranslations('desk')
  return (
    <div className="border-edge border-l-2 pl-3 text-small">
      <p className="font-semibold">{own(`reasons.${report.reason}`)}</p>
      {report.text && (
        <p lang="zh-CN" className="whitespace-pre-wrap break-words">
          {report.text}
        </p>
      )}
      <p className="text-ink-3 text-meta">
        {t('question', { id: report.questionId })} · {at}
      </p>
      {report.revised && <p className="text-meta text-part">{t('revised')}</p>}
    </div>
  )
}
