import { getTranslations } from 'next-intl/server'
import { Register } from '@/components/laws/register'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { listLaws } from '@/domain/laws/list-queries'
import { reaches } from '@/domain/users/permissions'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('laws')

export default staffPage({ role: 'editor', path: '/studio/laws' }, async ({ user, locale, path }) => {
  const { role } = user
  const exams = (await listExams()).map(({ slug, title }) => [slug, title[locale] ?? title['zh-CN'] ?? slug])
  const t = await getTranslations('laws')
  return (
    <StaffFrame locale={locale} role={role} place="laws" path={path} title={t('title')}>
      <Words spaces={['laws']}>
        <Register
          initial={await listLaws(new Date())}
          exams={Object.fromEntries(exams)}
          canChange={reaches(role, 'reviewer')}
        />
      </Words>
    </StaffFrame>
  )
})
