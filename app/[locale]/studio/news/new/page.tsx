import { randomBytes } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { NewNews } from '@/components/news-desk/new-news'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { firstExam, todayOf } from '@/domain/exams/queries'
import { newsKinds } from '@/domain/news/input'
import { staffMetadata, staffPage } from '../../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('newsDesk', 'new')

export default staffPage({ role: 'editor', path: '/studio/news/new' }, async ({ user, locale, path }) => {
  const { today } = todayOf(await firstExam(), new Date())
  const suggested = `${today}-${randomBytes(2).toString('hex')}`
  const t = await getTranslations('newsDesk')
  return (
    <StaffFrame locale={locale} role={user.role} place="news" path={path} title={t('new')}>
      <Words spaces={['newsDesk', 'news', 'sources']}>
        <NewNews kinds={newsKinds} {...{ today, suggested }} />
      </Words>
    </StaffFrame>
  )
})
