import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EventEntry } from '@/components/events-desk/event-entry'
import { YearForm } from '@/components/events-desk/year-form'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { eventQuerySchema } from '@/domain/events/input'
import { listCalendar } from '@/domain/events/queries'
import { firstExam } from '@/domain/exams/queries'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('eventsDesk')

export default staffPage({ role: 'editor', path: '/studio/calendar' }, async ({ user, locale, path, asked }) => {
  const query = eventQuerySchema.safeParse(asked)
  if (!query.success) notFound()
  const { region = '', ...rest } = query.data
  const { year, items } = await listCalendar(await firstExam(), { region, ...rest }, new Date())
  const t = await getTranslations()
  return (
    <StaffFrame locale={locale} role={user.role} place="calendar" path={path} title={t('eventsDesk.title')}>
      <p className="pt-2 text-ink-2 text-small">{t('eventsDesk.lead')}</p>
      <YearForm {...{ locale, region, year }} />
      <Words spaces={['eventsDesk']}>
        <div className="border-rule border-t">
          {items.map((item) => (
            <EventEntry key={item.kind} {...{ year, region, item }} />
          ))}
        </div>
      </Words>
    </StaffFrame>
  )
})
