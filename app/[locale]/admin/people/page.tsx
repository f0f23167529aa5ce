import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { PeopleFilters } from '@/components/people/people-filters'
import { PeopleTable } from '@/components/people/people-table'
import { hrefIn } from '@/components/shell/locales'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { ClosedDoor } from '@/components/staff/closed-door'
import { Paging } from '@/components/staff/paging'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { peopleQuerySchema } from '@/domain/people/input'
import { listPeople } from '@/domain/people/queries'
import { standingOf } from '@/lib/auth/staff'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export const dynamic = 'force-dynamic'
const path = '/admin/people'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'people' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const standing = await standingOf(await headers(), 'admin')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { cursor, ...chosen } = chosenIn(await searchParams)
  const query = peopleQuerySchema.safeParse({ ...chosen, cursor })
  if (!query.success) notFound()
  const { items, nextCursor } = await listPeople(query.data)
  const zone = (await listExams())[0]?.timeZone ?? 'UTC'
  const t = await getTranslations('people')
  const href = hrefIn(locale, path)
  return (
    <StaffFrame locale={locale} role={standing.user.role} place="people" path={path} title={t('title')}>
      <PeopleFilters action={href} chosen={chosen} />
      <PeopleTable people={items} zone={zone} />
      <Paging href={href} chosen={chosen} cursor={cursor} nextCursor={nextCursor} />
    </StaffFrame>
  )
}
