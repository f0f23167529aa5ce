import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NewsTable } from '@/components/news-desk/news-table'
import { hrefIn } from '@/components/shell/locales'
import { Paging } from '@/components/staff/paging'
import { StaffFrame } from '@/components/staff/staff-frame'
import { buttonLook } from '@/components/ui/button'
import { FilterSelect, Filters } from '@/components/ui/filters'
import { firstExam } from '@/domain/exams/queries'
import { newsDeskQuerySchema, newsStatuses } from '@/domain/news/desk-input'
import { listNewsDesk } from '@/domain/news/desk-queries'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('newsDesk')

export default staffPage({ role: 'editor', path: '/studio/news' }, async ({ user, locale, path, asked }) => {
  const query = newsDeskQuerySchema.safeParse(asked)
  if (!query.success) notFound()
  const { status, cursor } = query.data
  const { items, nextCursor } = await listNewsDesk((await firstExam()).slug, query.data)
  const t = await getTranslations()
  const href = hrefIn(locale, path)
  return (
    <StaffFrame locale={locale} role={user.role} place="news" path={path} title={t('newsDesk.title')}>
      <p className="max-w-[42em] pt-2 text-ink-2 text-small">{t('newsDesk.lead')}</p>
      <div className="flex flex-wrap items-end justify-between gap-x-6">
        <div className="min-w-0 flex-1 basis-72">
          <Filters label={t('newsDesk.filter')} action={href} submit={t('newsDesk.show')}>
            <FilterSelect
              name="status"
              label={t('newsDesk.column.status')}
              all={t('newsDesk.all')}
              value={status}
              options={newsStatuses.map((value) => ({ value, label: t(`resourcesDesk.status.${value}`) }))}
            />
          </Filters>
        </div>
        <Link href={`${href}/new`} prefetch={false} className={buttonLook('filled', 'mb-4')}>
          {t('newsDesk.new')}
        </Link>
      </div>
      {items.length === 0 ? (
        <p className="border-rule border-t py-6 text-ink-2 text-small">{t('newsDesk.none')}</p>
      ) : (
        <NewsTable items={items} />
      )}
      <Paging href={href} chosen={{ status }} cursor={cursor} nextCursor={nextCursor} />
    </StaffFrame>
  )
})
