import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PeopleFilters } from '@/components/people/people-filters'
import { PeopleTable } from '@/components/people/people-table'
import { hrefIn } from '@/components/shell/locales'
import { Paging } from '@/components/staff/paging'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { peopleQuerySchema } from '@/domain/people/input'
import { listPeople } from '@/domain/people/queries'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('people')

export default staffPage({ role: 'admin', path: '/admin/people' }, async ({ user, locale, path, asked }) => {
  const { cursor, ...chosen } = asked
  const query = peopleQuerySchema.safeParse({ ...chosen, cursor })
  if (!query.success) notFound()
  const { items, nextCursor } = await listPeople(query.data)
  const zone = (await listExams())[0]?.timeZone ?? 'UTC'
  const t = await getTranslations('people')
  const href = hrefIn(locale, path)
  return (
    <StaffFrame locale={locale} role={user.role} place="people" path={path} title={t('title')}>
      <PeopleFilters action={href} chosen={chosen} />
      <PeopleTable people={items} zone={zone} />
      <Paging href={href} chosen={chosen} cursor={cursor} nextCursor={nextCursor} />
    </StaffFrame>
  )
})
