import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { examCards } from '@/components/exams/levels'
import { DeskTable } from '@/components/resources-desk/desk-table'
import { StatusFilter } from '@/components/resources-desk/status-filter'
import { isStatus, statuses } from '@/components/resources-desk/statuses'
import { hrefIn } from '@/components/shell/locales'
import { StaffFrame } from '@/components/staff/staff-frame'
import { buttonLook } from '@/components/ui/button'
import { firstExam } from '@/domain/exams/queries'
import { listDeskResources } from '@/domain/resources/desk/queries'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('resourcesDesk')

export default staffPage({ role: 'editor', path: '/studio/resources' }, async ({ user, locale, path, asked }) => {
  const { status } = asked
  if (status && !isStatus(status)) notFound()
  const exam = await firstExam()
  const { items } = await listDeskResources(exam.slug)
  const shown = items.filter((one) => !status || one.status === status)
  const counts = Object.fromEntries(statuses.map((of) => [of, items.filter((one) => one.status === of).length]))
  const t = await getTranslations('resourcesDesk')
  return (
    <StaffFrame locale={locale} role={user.role} place="resources" path={path} title={t('title')}>
      <p className="pt-2 text-ink-2 text-small">{t('lead')}</p>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
        <StatusFilter
          locale={locale}
          chosen={status && isStatus(status) ? status : undefined}
          counts={{ draft: 0, published: 0, retired: 0, ...counts }}
        />
        <Link
          href={hrefIn(locale, `${path}/new`)}
          prefetch={false}
          className={buttonLook('filled', 'md:min-h-9 md:text-small')}
        >
          {t('new')}
        </Link>
      </div>
      {shown.length === 0 ? (
        <p className="border-rule border-t py-6 text-ink-2 text-small">
          {t(items.length === 0 ? 'empty' : 'noneLikeIt')}
        </p>
      ) : (
        <DeskTable items={shown} exams={examCards([exam], locale)} locale={locale} />
      )}
    </StaffFrame>
  )
})
