'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Empty } from '@/components/book/empty'
import type { Page } from '@/components/book/list'
import { More } from '@/components/book/more'
import { usePages } from '@/components/book/use-pages'
import { ApiError, ConnectionError } from '@/components/http'
import { plainText } from '@/components/questions/plain-text'
import { fetchReports, markReportSeen, type OwnReport } from './queries'

/** 纠错: what one has reported, and what the editors say to it. */
export function ReportList({ initial }: { initial: Page<OwnReport> }) {
  const t = useTranslations('reports')
  const { items, query } = usePages<OwnReport, Page<OwnReport>>({
    queryKey: ['reports'],
    fetchPage: fetchReports,
    initial,
  })
  useSeen(items)
  if (items.length === 0) return <Empty title={t('empty')} note={t('emptyNote')} action={t('today')} path="/" />
  return (
    <>
      <ul>
        {items.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ul>
      <More query={query} />
    </>
  )
}

/** Answers count as seen once they have been on show; that they are new stays written until one leaves the page. */
function useSeen(items: readonly OwnReport[]) {
  const [told] = useState(() => new Set<string>())
  useEffect(() => {
    for (const { id, answeredAt, seenAt } of items) {
      if (answeredAt === null || seenAt !== null || told.has(id)) continue
      told.add(id)
      markReportSeen(id).catch((error: unknown) => {
        // It stays new, and is told at the next visit.
        if (!(error instanceof ApiError || error instanceof ConnectionError)) throw error
      })
    }
  }, [items, told])
}

function ReportRow({ report }: { report: OwnReport }) {
  const t = useTranslations('reports')
  const own = useTranslations('question.own')
  const format = useFormatter()
  const day = (instant: string) => format.dateTime(new Date(instant), { month: 'long', day: 'numeric' })
  const { question, reason, text, createdAt, outcome, answer, answeredAt, seenAt } = report
  return (
    <li className="border-rule border-b py-4 text-small">
      <p lang="zh-CN" className="line-clamp-2">
        {plainText(question.stem.html)}
      </p>
      <p className="pt-1 text-ink-2">
        {text ? t('told', { reason: own(`reasons.${reason}`), text }) : own(`reasons.${reason}`)}
      </p>
      <p className="text-ink-3 text-meta">{t('sent', { day: day(createdAt) })}</p>
      {answeredAt && outcome ? (
        <div className="mt-2 border-edge border-l-2 pl-3">
          <p className="font-semibold">
            {t(`outcome.${outcome}`)}
            {seenAt === null && (
              <span className="ml-2 rounded-box bg-deed-wash px-1.5 text-deed text-meta">{t('new')}</span>
            )}
          </p>
          {answer && <p className="whitespace-pre-wrap text-ink-2">{answer}</p>}
          <p className="text-ink-3 text-meta">{t('answered', { day: day(answeredAt) })}</p>
        </div>
      ) : (
        <p className="mt-2 text-ink-3">{t('waiting')}</p>
      )}
    </li>
  )
}
