import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import type { CalendarView } from '@/domain/events/output'
import { provinceName } from '@/domain/regions/provinces'
import { ProvinceForm } from './province-form'
import { Subscribe } from './subscribe'
import { Timetable } from './timetable'

type CalendarPageProps = {
  coming: CalendarView
  /** Years that are over, the latest first. */
  earlier: readonly CalendarView[]
  locale: string
  /** Of the feed, absolute. */
  address: string
  inWeChat: boolean
}

/** The exam's dates in a province: the year that people prepare for, how to have it in one's own calendar, the years before. */
export function CalendarPage({ coming, earlier, locale, address, inWeChat }: CalendarPageProps) {
  const t = useTranslations('events')
  const { region, year, items } = coming
  const province = provinceName(region, locale)
  const known = earlier.filter((one) => one.items.some((item) => item.event))
  return (
    <div className="flex-1 pt-6 pb-16 lg:pt-10">
      <h1 className="font-song text-heading md:text-title">{t('title')}</h1>
      <ProvinceForm region={region} locale={locale} />
      <div className="pt-6 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-x-12 lg:pt-8">
        <section aria-labelledby="coming">
          <h2 id="coming" className="pb-2 font-semibold">
            {t(region ? 'yearIn' : 'year', { year: String(year), province })}
          </h2>
          <NothingYet coming={coming} />
          <Timetable {...{ year, items, province }} before={known[0]?.year === year - 1 ? known[0].items : undefined} />
          <p className="prose pt-3 text-ink-3 text-meta">{t('rely')}</p>
        </section>
        <Subscribe address={address} place={region ? province : t('nation')} inWeChat={inWeChat} />
        <div>
          {known.map((one) => (
            <section key={one.year} aria-labelledby={`year-${one.year}`} className="pt-10">
              <h2 id={`year-${one.year}`} className="pb-2 font-semibold">
                {t(region ? 'yearIn' : 'year', { year: String(one.year), province })}
              </h2>
              <Timetable year={one.year} items={one.items.filter((item) => item.event)} province={province} />
            </section>
          ))}
        </div>
      </div>
      <ul className="flex flex-wrap gap-x-6 pt-6">
        {(['reminders', 'resources'] as const).map((one) => (
          <li key={one}>
            <Link
              href={hrefIn(locale, `/${one}`)}
              prefetch={false}
              className="inline-flex min-h-11 items-center text-deed underline-offset-4 hover:underline"
            >
              {t(one)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Nobody has announced anything: what to do meanwhile. */
function NothingYet({ coming: { items, year } }: { coming: CalendarView }) {
  const t = useTranslations('events')
  if (items.some(({ event }) => event && event.status !== 'unannounced')) return null
  return <p className="prose pb-4 text-ink-2 text-small">{t('nothing', { year: String(year) })}</p>
}
