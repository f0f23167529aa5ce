import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { CalendarPage } from '@/components/events/calendar-page'
import { calendarPath, feedPath } from '@/components/events/scope'
import { isWeChat } from '@/components/resources/scope'
import { inLocale } from '@/components/shell/locales'
import { PageFrame } from '@/components/shell/page-frame'
import { pageMetadata } from '@/components/shell/page-metadata'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { regionSchema } from '@/domain/events/input'
import { listCalendar } from '@/domain/events/queries'
import { firstExam } from '@/domain/exams/queries'
import { provinceName } from '@/domain/regions/provinces'
import { env } from '@/lib/env'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

// What is announced changes any day, and so does how far it is.
export const dynamic = 'force-dynamic'

/** The province that the address names; '' for the whole country. */
async function regionIn(searchParams: Props['searchParams']): Promise<string> {
  const asked = regionSchema.safeParse(chosenIn(await searchParams).region ?? '')
  return asked.success ? asked.data : notFound()
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  const region = await regionIn(searchParams)
  const t = await getTranslations({ locale })
  const words = { province: provinceName(region, locale) }
  return pageMetadata({
    locale,
    path: calendarPath(region),
    siteName: t('site.name'),
    title: region ? t('events.metaTitleOf', words) : t('events.metaTitle'),
    description: t('events.description', { exam: inLocale((await firstExam()).title, locale) }),
  })
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const region = await regionIn(searchParams)
  const [exam, now] = [await firstExam(), new Date()]
  const coming = await listCalendar(exam, { region }, now)
  const over = coming.years.filter((year) => year < coming.year)
  return (
    <PageFrame locale={locale} path={calendarPath(region)} place="resources">
      <CalendarPage
        {...{ coming, locale }}
        earlier={await Promise.all(over.map((year) => listCalendar(exam, { region, year }, now)))}
        address={new URL(feedPath(region), env().PUBLIC_URL).href}
        inWeChat={isWeChat((await headers()).get('user-agent'))}
      />
    </PageFrame>
  )
}
