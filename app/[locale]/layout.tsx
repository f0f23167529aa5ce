import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { examCards } from '@/components/exams/levels'
import { headScript } from '@/components/shell/head-script'
import { locales } from '@/components/shell/locales'
import { Providers } from '@/components/shell/providers'
import { Words } from '@/components/shell/words'
import { listExamFiles } from '@/lib/content'
import { env } from '@/lib/env'
import '../globals.css'
import '@/components/shell/shell.css'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export const dynamicParams = false
export const generateStaticParams = () => locales.map((locale) => ({ locale }))

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#edede9' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0e10' },
  ],
}

export async function generateMetadata({ params }: Omit<Props, 'children'>): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'site' })
  const exams = new Intl.ListFormat(locale).format(examCards(listExamFiles(), locale).map((exam) => exam.title))
  return {
    metadataBase: new URL(env().PUBLIC_URL),
    title: { default: t('title', { exams }), template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    formatDetection: { telephone: false },
  }
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(locales, locale)) notFound()
  setRequestLocale(locale)
  const t = await getTranslations('site')
  const levelIds = examCards(listExamFiles(), locale).flatMap((exam) => exam.levels.map((level) => level.id))
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: headScript(levelIds) }} />
      </head>
      <body className="min-h-dvh">
        <p className="old-browser">{t('oldBrowser')}</p>
        <Words spaces={[]}>
          <Providers>{children}</Providers>
        </Words>
      </body>
    </html>
  )
}
