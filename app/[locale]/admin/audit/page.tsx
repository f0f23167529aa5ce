import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { AuditFilters } from '@/components/audit/audit-filters'
import { AuditTable } from '@/components/audit/audit-table'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { ClosedDoor } from '@/components/staff/closed-door'
import { Paging } from '@/components/staff/paging'
import { StaffFrame } from '@/components/staff/staff-frame'
import { auditQuerySchema } from '@/domain/audit/input'
import { listAudit } from '@/domain/audit/queries'
import { listExams } from '@/domain/exams/queries'
import { standingOf } from '@/lib/auth/staff'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export const dynamic = 'force-dynamic'
const path = '/admin/audit'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'audit' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const standing = await standingOf(await headers(), 'admin')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { cursor, ...chosen } = chosenIn(await searchParams)
  const query = auditQuerySchema.safeParse({ ...chosen, cursor })
  if (!query.success) notFound()
  const audit = await listAudit(query.data)
  const subjects = subjectTitles(examCards(await listExams(), locale))
  const t = await getTranslations('audit')
  const href = hrefIn(locale, path)
  return (
    <StaffFrame locale={locale} role={standing.user.role} place="audit" path={path} title={t('title')}>
      <AuditFilters action={href} chosen={chosen} />
      <AuditTable audit={audit} subjects={subjects} />
      <Paging href={href} chosen={chosen} cursor={cursor} nextCursor={audit.nextCursor} />
    </StaffFrame>
  )
}
