import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { TableDetails } from '@/components/charts/table-details'
import { useDateWords } from '@/components/check-ins/dates'
import { hrefIn } from '@/components/shell/locales'
import { makeUpsPerMonth, makeUpWindowDays } from '@/domain/check-ins/make-up'
import type { Overview } from '@/domain/progress/view'
import { type YearMonth, yearOf } from '@/domain/progress/year'
import { Behind, HowCounted, Part } from './part'
import { MonthRows, WeekColumns } from './seal-squares'

type SealYearProps = { habit: NonNullable<Overview['habit']>; today: string; subject: string | undefined }

/** A year of seals, the streak and how it is counted, the make-ups that are left. */
export function SealYear({ habit, today, subject }: SealYearProps) {
  const t = useTranslations('progress')
  if (habit.streak.total === 0)
    return (
      <Part id="year" title={t('year')}>
        <p className="text-ink-2 text-small">{t('yearNone')}</p>
      </Part>
    )
  const months = yearOf(today, habit.seals)
  const done = months.reduce((sum, { days }) => sum + days.filter((day) => day.seal).length, 0)
  return (
    <Part id="year" title={t('year')} note={t('yearNote', { count: done })}>
      <MonthRows months={months} />
      <WeekColumns months={months} />
      <Streak habit={habit} subject={subject} />
      <Behind>
        <HowCounted title={t('howCounted')}>
          <p>{t('streakRule')}</p>
          <p>{t('makeUpRule', { days: makeUpWindowDays, count: makeUpsPerMonth })}</p>
          <p>{t('sealRule')}</p>
        </HowCounted>
        <YearTable months={months} />
      </Behind>
    </Part>
  )
}

function Streak({ habit: { streak, makeUps }, subject }: Omit<SealYearProps, 'today'>) {
  const t = useTranslations('progress')
  const words = useDateWords()
  const locale = useLocale()
  const waiting = makeUps.days.at(-1)
  const figures = { current: streak.current, longest: streak.longest, total: streak.total, left: makeUps.left }
  return (
    <>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(4.5rem,1fr))] gap-x-2 gap-y-2 pt-5 sm:flex sm:gap-x-10">
        {(['current', 'longest', 'total', 'left'] as const).map((name) => (
          <div key={name}>
            <dt className="text-ink-3 text-meta">{t(`streak.${name}`)}</dt>
            <dd>
              <span className="font-song text-heading">{figures[name]}</span>
              <span className="ml-1 text-ink-2 text-small">{t(name === 'left' ? 'times' : 'days')}</span>
            </dd>
          </div>
        ))}
      </dl>
      {waiting && subject && (
        <Link
          href={hrefIn(locale, `/practice/${subject}/archive?month=${waiting.slice(0, 7)}`)}
          className="-ml-2 inline-flex min-h-11 items-center px-2 text-deed text-small"
        >
          {t('canMakeUp', { date: words.day(waiting) })} →
        </Link>
      )}
    </>
  )
}

function YearTable({ months }: { months: readonly YearMonth[] }) {
  const t = useTranslations('progress')
  const words = useDateWords()
  const heads = [t('month'), t('done'), t('full'), t('madeUp')]
  const rows = months.map(({ month, days }) => {
    const seals = days.flatMap((day) => day.seal ?? [])
    const full = seals.filter((seal) => seal.full).length
    const madeUp = seals.filter((seal) => seal.kind === 'made-up').length
    return [words.month(month), t('ofDays', { count: seals.length, of: days.length }), full, madeUp]
  })
  return <TableDetails caption={t('year')} heads={heads} rows={rows.reverse()} />
}
