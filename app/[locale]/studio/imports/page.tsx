import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { ImportFilters } from '@/components/import-history/import-filters'
import { ImportList } from '@/components/import-history/import-list'
import { Templates } from '@/components/import-history/templates'
import { UploadForm } from '@/components/import-upload/upload-form'
import { hrefIn } from '@/components/shell/locales'
import { Words } from '@/components/shell/words'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { ClosedDoor } from '@/components/staff/closed-door'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { importListQuerySchema } from '@/domain/imports/input'
import { listImports } from '@/domain/imports/queries'
import { caresFor } from '@/domain/users/permissions'
import { standingOf } from '@/lib/auth/staff'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export const dynamic = 'force-dynamic'
const path = '/studio/imports'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'imports' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const standing = await standingOf(await headers(), 'editor')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { user } = standing
  const query = importListQuerySchema.omit({ cursor: true }).safeParse(chosenIn(await searchParams))
  if (!query.success) notFound()
  const { subject } = query.data
  const list = await listImports(user, { subject })
  const exams = await listExams()
  const titles = subjectTitles(examCards(exams, locale))
  const own = Object.entries(titles).filter(([slug]) => caresFor(user, slug))
  const subjects = own.map(([value, label]) => ({ value, label }))
  const t = await getTranslations('imports')
  return (
    <StaffFrame locale={locale} role={user.role} place="imports" path={path} title={t('title')}>
      <Words spaces={['imports', 'book']}>
        <UploadForm subjects={subjects} chosen={subject ?? null} />
      </Words>
      <Templates />
      <ImportFilters action={hrefIn(locale, path)} subject={subject} subjects={subjects} />
      <Words spaces={['imports', 'book']}>
        <ImportList
          key={subject}
          initial={list}
          filter={{ subject: subject ?? null }}
          subjects={titles}
          zone={exams[0]?.timeZone ?? 'UTC'}
        />
      </Words>
    </StaffFrame>
  )
}
