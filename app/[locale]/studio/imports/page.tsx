import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { ImportFilters } from '@/components/import-history/import-filters'
import { ImportList } from '@/components/import-history/import-list'
import { Templates } from '@/components/import-history/templates'
import { UploadForm } from '@/components/import-upload/upload-form'
import { hrefIn } from '@/components/shell/locales'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { importListQuerySchema } from '@/domain/imports/input'
import { listImports } from '@/domain/imports/queries'
import { caresFor } from '@/domain/users/permissions'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('imports')

export default staffPage({ role: 'editor', path: '/studio/imports' }, async ({ user, locale, path, asked }) => {
  const query = importListQuerySchema.omit({ cursor: true }).safeParse(asked)
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
})
