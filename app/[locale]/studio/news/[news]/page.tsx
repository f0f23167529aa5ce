import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NewsDesk } from '@/components/news-desk/news-desk'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { firstExam, todayOf } from '@/domain/exams/queries'
import { getDeskNews } from '@/domain/news/desk-queries'
import { newsKinds, newsParams } from '@/domain/news/input'
import { Refusal } from '@/lib/errors'
import { staffMetadata, staffPage } from '../../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('newsDesk', 'one')

export default staffPage<'news'>(
  { role: 'editor', path: ({ news }) => `/studio/news/${news}` },
  async ({ user, locale, path, params }) => {
    const named = newsParams.safeParse({ news: params.news })
    if (!named.success) notFound()
    const news = await getDeskNews(named.data.news).catch(notFoundIfRefused)
    const { today } = todayOf(await firstExam(), new Date())
    const t = await getTranslations('newsDesk')
    return (
      <StaffFrame locale={locale} role={user.role} place="news" path={path} title={t('one')}>
        <Words spaces={['newsDesk', 'news', 'sources', 'resourcesDesk']}>
          <NewsDesk initial={news} kinds={newsKinds} today={today} />
        </Words>
      </StaffFrame>
    )
  },
)

function notFoundIfRefused(error: unknown): never {
  if (error instanceof Refusal && error.code === 'not-found') notFound()
  throw error
}
