import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { Desk } from '@/components/reports-desk/desk'
import { DeskFilters } from '@/components/reports-desk/desk-filters'
import { hrefIn } from '@/components/shell/locales'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { deskQuerySchema } from '@/domain/reports/input'
import { listDesk } from '@/domain/reports/queries'
import { caresFor } from '@/domain/users/permissions'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('desk')

export default staffPage({ role: 'editor', path: '/studio/reports' }, async ({ user, locale, path, asked }) => {
  const query = deskQuerySchema.safeParse(asked)
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
})
