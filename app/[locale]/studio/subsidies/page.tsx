import { getTranslations } from 'next-intl/server'
import { inLocale } from '@/components/shell/locales'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { SubsidyDesk } from '@/components/subsidies-desk/subsidy-desk'
import { firstExam, todayOf } from '@/domain/exams/queries'
import { listSubsidyDesk } from '@/domain/subsidies/desk-queries'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('subsidiesDesk')

export default staffPage({ role: 'editor', path: '/studio/subsidies' }, async ({ user, locale, path }) => {
  const exam = await firstExam()
  const { today } = todayOf(exam, new Date())
  const levels = exam.levels.map(({ slug, title }) => ({ value: slug, label: inLocale(title, locale) }))
  const t = await getTranslations('subsidiesDesk')
  return (
    <StaffFrame locale={locale} role={user.role} place="subsidies" path={path} title={t('title')}>
      <p className="max-w-[42em] pt-2 text-ink-2 text-small">{t('lead')}</p>
      <Words spaces={['subsidiesDesk', 'subsidies', 'news', 'sources', 'resourcesDesk']}>
        <SubsidyDesk
          initial={await listSubsidyDesk(exam.slug, today)}
          levels={levels}
          year={Number(today.slice(0, 4))}
        />
      </Words>
    </StaffFrame>
  )
})
