import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { PrivacyNotice } from '@/components/accounts/privacy-notice'
import { PageFrame } from '@/components/shell/page-frame'
import { pageMetadata } from '@/components/shell/page-metadata'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale })
  return pageMetadata({
    locale,
    path: '/privacy',
    siteName: t('site.name'),
    title: t('privacy.title'),
    description: t('privacy.description'),
  })
}

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  return (
    <PageFrame locale={locale} path="/privacy">
      <PrivacyNotice />
    </PageFrame>
  )
}
