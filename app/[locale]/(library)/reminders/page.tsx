import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { ReminderForm } from '@/components/reminders/reminder-form'
import { ReminderPage } from '@/components/reminders/reminder-page'
import { pageMetadata } from '@/components/shell/page-metadata'
import { listExamFiles } from '@/lib/content'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale })
  const words = { title: t('reminders.title'), description: t('reminders.description'), siteName: t('site.name') }
  return pageMetadata({ locale, path: '/reminders', ...words })
}

export default async function RemindersPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('reminders')
  const levels = (listExamFiles()[0]?.levels ?? []).map(({ slug, title }) => ({
    value: slug,
    label: title[locale] ?? slug,
  }))
  return (
    <ReminderPage locale={locale} path="/reminders" title={t('title')}>
      <ReminderForm levels={levels} />
    </ReminderPage>
  )
}
