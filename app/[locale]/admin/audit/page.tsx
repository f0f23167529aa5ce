import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuditFilters } from '@/components/audit/audit-filters'
import { AuditTable } from '@/components/audit/audit-table'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { Paging } from '@/components/staff/paging'
import { StaffFrame } from '@/components/staff/staff-frame'
import { auditQuerySchema } from '@/domain/audit/input'
import { listAudit } from '@/domain/audit/queries'
import { listExams } from '@/domain/exams/queries'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('audit')

export default staffPage({ role: 'admin', path: '/admin/audit' }, async ({ user, locale, path, asked }) => {
  const { cursor, ...chosen } = asked
  const query = auditQuerySchema.safeParse({ ...chosen, cursor })
  if (!query.success) notFound()
  const audit = await listAudit(query.data)
  const subjects = subjectTitles(examCards(await listExams(), locale))
  const t = await getTranslations('audit')
  const href = hrefIn(locale, path)
  return (
    <StaffFrame locale={locale} role={user.role} place="audit" path={path} title={t('title')}>
      <AuditFilters action={href} chosen={chosen} />
      <AuditTable audit={audit} subjects={subjects} />
      <Paging href={href} chosen={chosen} cursor={cursor} nextCursor={audit.nextCursor} />
    </StaffFrame>
  )
})
