import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { Desk } from '@/components/reports-desk/desk'
import { DeskFilters } from '@/components/reports-desk/desk-filters'
import { hrefIn } from '@/components/shell/locales'
import { Words } from '@/components/shell/words'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { ClosedDoor } from '@/components/staff/closed-door'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { deskQuerySchema } from '@/domain/reports/input'
import { listDesk } from '@/domain/reports/queries'
import { caresFor } from '@/domain/users/permissions'
import { standingOf } from '@/lib/auth/staff'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export const dynamic = 'force-dynamic'
const path = '/studio/reports'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'desk' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

export default async function DeskPage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const standing = await standingOf(await headers(), 'editor')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { user } = standing
  const query = deskQuerySchema.safeParse(chosenIn(await searchParams))
  if (!query.success) notFound()
  const { status, subject } = query.data
  const desk = await listDesk(user, { status, subject })
  const exams = await listExams()
  const titles = subjectTitles(examCards(exams, locale))
  const own = Object.entries(titles).filter(([slug]) => caresFor(user, slug))
  const t = await getTranslations('desk')
  const filter = { status, subject: subject ?? null }
  return (
    <StaffFrame locale={locale} role={user.role} place="desk" path={path} title={t('title')}>
      <DeskFilters
        action={hrefIn(locale, path)}
        filter={filter}
        subjects={own.map(([value, label]) => ({ value, label }))}
        open={desk.open}
      />
      <Words spaces={['desk', 'question', 'book']}>
        <Desk
          key={`${status} ${subject}`}
          initial={desk}
          filter={filter}
          subjects={titles}
          zone={exams[0]?.timeZone ?? 'UTC'}
        />
      </Words>
    </StaffFrame>
  )
}
