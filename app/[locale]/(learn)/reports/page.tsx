import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { BookFrame } from '@/components/book/book-frame'
import { ReportList } from '@/components/reports/report-list'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'
import { listOwnReports } from '@/domain/reports/queries'
import { findUser } from '@/lib/session'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'reports' })
  return { title: t('metaTitle'), robots: { index: false, follow: false } }
}

export default async function ReportsPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const user = await findUser(await headers())
  const initial = user ? await listOwnReports(user.id, {}) : { items: [], nextCursor: null }
  return (
    <PageFrame locale={locale} path="/reports" place="mistakes">
      <BookFrame locale={locale} part="reports">
        <Words spaces={['reports', 'book', 'question']}>
          <ReportList initial={initial} />
        </Words>
      </BookFrame>
    </PageFrame>
  )
}
