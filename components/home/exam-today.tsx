'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { progressQuery } from '@/components/check-ins/queries'
import { DateLinks } from '@/components/events/date-links'
import type { ExamCard } from '@/components/exams/levels'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { Downloads } from './downloads'
import { ExamLine } from './exam-line'
import { PaperRows } from './paper-rows'
import { PastDays } from './past-days'
import { Week } from './week'

export const todayHeadingId = (exam: string) => `today-${exam}`

/** One exam's day: the date, the exam line, the papers of the chosen level, the week. One call brings all of it. */
export function ExamToday({ exam, locale }: { exam: ExamCard; locale: string }) {
  const { data, error, refetch } = useQuery(progressQuery(exam.slug))
  return (
    <div
      data-for-exam={exam.slug}
      className="grid flex-1 grid-cols-1 content-start pb-16 lg:grid-cols-12 lg:content-stretch lg:pb-0"
    >
      <div className="lg:col-span-7 lg:border-rule lg:border-r lg:pr-10 lg:pb-16">
        <div className="min-h-31 pt-6 pb-4 lg:min-h-34 lg:pt-10">
          <TodayHeading id={todayHeadingId(exam.slug)} today={data?.today} failed={error !== null} />
          {data ? (
            <ExamLine sitting={data.sitting} today={data.today} />
          ) : error ? (
            <LoadFailure error={error} onRetry={() => refetch()} />
          ) : (
            <Skeleton className="mt-1 h-4 w-48" />
          )}
        </div>
        {exam.levels.map((level) => (
          <PaperRows key={level.id} level={level} progress={data} failed={error !== null} locale={locale} />
        ))}
      </div>
      <div className="lg:col-span-5 lg:pt-12 lg:pb-16 lg:pl-10">
        {(data || !error) && <Week progress={data} exam={exam} locale={locale} />}
        {exam.levels.map((level) => (
          <PastDays key={level.id} level={level} locale={locale} />
        ))}
        {exam.levels.map((level) => (
          <Downloads key={level.id} level={level} locale={locale} />
        ))}
        <DateLinks className="pt-6" />
      </div>
    </div>
  )
}

/** Until the server has said which day it is, the heading says what the page is. */
function TodayHeading({ id, today, failed }: { id: string; today: string | undefined; failed: boolean }) {
  const t = useTranslations('home')
  const words = useDateWords()
  return (
    <h1 id={id} tabIndex={-1} className="min-h-8 font-song text-heading outline-none lg:min-h-10 lg:text-title">
      {today ? (
        t('date', { day: words.day(today), weekday: words.weekday(today) })
      ) : (
        <span className={failed ? '' : 'undecided'}>{t('heading')}</span>
      )}
    </h1>
  )
}
