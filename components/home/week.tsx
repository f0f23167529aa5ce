import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { type SealOfDay, sealStyle } from '@/components/check-ins/seal-style'
import type { ExamCard } from '@/components/exams/levels'
import { Seal } from '@/components/seal/seal'
import { hrefIn } from '@/components/shell/locales'
import { Skeleton } from '@/components/ui/skeleton'
import { addDays, daysFrom, weekdayOf } from '@/domain/exams/day'
import type { Progress } from '@/domain/progress/view'

type WeekProps = { progress: Progress | undefined; exam: ExamCard; locale: string }

/** Monday to Sunday with the seals of the days done, and how long the run is. */
export function Week({ progress, exam, locale }: WeekProps) {
  const t = useTranslations('home')
  return (
    <section data-game="" data-scripted="" className="pt-4 lg:pt-0">
      <h2 className="text-ink-3 text-meta">{t('week')}</h2>
      <div className="h-18 pt-2">
        {progress ? <Squares progress={progress} /> : <Skeleton className="h-16 w-full" />}
      </div>
      <div className="min-h-14 pt-2">
        {progress && (
          <>
            <Run progress={progress} />
            <MakeUpHint progress={progress} exam={exam} locale={locale} />
          </>
        )}
      </div>
    </section>
  )
}

function Squares({ progress: { today, seals } }: { progress: Progress }) {
  const weekday = useTranslations('calendar.weekdays')
  const monday = addDays(today, -weekdayOf(today))
  return (
    <ol className="flex max-w-96 justify-between">
      {daysFrom(monday, addDays(monday, 6)).map((day, index) => (
        <li key={day} className="grid w-9 min-w-0 justify-items-center gap-1">
          <span aria-hidden="true" className={`text-meta ${day === today ? 'font-semibold text-ink' : 'text-ink-3'}`}>
            {weekday(`${index}.short`)}
          </span>
          <Square day={day} today={today} seal={seals.find((one) => one.on === day)} />
        </li>
      ))}
    </ol>
  )
}

function Square({ day, today, seal }: { day: string; today: string; seal: SealOfDay | undefined }) {
  const t = useTranslations('home')
  const words = useDateWords()
  const date = words.day(day)
  const text = seal
    ? t(seal.kind === 'made-up' ? 'madeUp' : 'done', { date, score: seal.score })
    : t(day > today ? 'coming' : 'open', { date })
  const frame = day === today ? 'border-ink' : day < today ? 'border-rule' : 'border-transparent'
  return (
    <span className="grid h-9 w-full place-items-center">
      <span className="sr-only">{day === today ? t('todayIs', { text }) : text}</span>
      {seal ? (
        <Seal on={day} style={sealStyle(seal)} size={36} label="" />
      ) : (
        <span
          aria-hidden="true"
          className={`grid h-8.5 w-full max-w-8.5 place-items-center rounded-box border-[1.5px] text-ink-3 text-meta ${frame}`}
        >
          {Number(day.slice(8))}
        </span>
      )}
    </span>
  )
}

function Run({ progress: { streak, makeUps } }: { progress: Progress }) {
  const t = useTranslations('home')
  if (streak.total === 0) return <p className="text-ink-2 text-small">{t('first')}</p>
  return (
    <p className="text-ink-2 text-small">
      {streak.current > 0 ? (
        <span className="font-semibold text-ink">{t('streak', { count: streak.current })}</span>
      ) : (
        t('again')
      )}
      {t('separator')}
      {t('makeUpsLeft', { count: makeUps.left })}
    </p>
  )
}

/** A day whose set has been done since waits for its make-up; the archive of the level's first paper spends it. */
function MakeUpHint({ progress, exam, locale }: { progress: Progress; exam: ExamCard; locale: string }) {
  const t = useTranslations('home')
  const words = useDateWords()
  const day = progress.makeUps.days.at(-1)
  if (!day) return null
  return exam.levels.map((level) => (
    <Link
      key={level.id}
      data-for-level={level.id}
      href={hrefIn(locale, `/practice/${level.subjects[0]?.slug}/archive?month=${day.slice(0, 7)}`)}
      className="-ml-2 inline-flex min-h-6 items-center px-2 text-deed text-small"
    >
      {t('canMakeUp', { date: words.day(day) })} →
    </Link>
  ))
}
