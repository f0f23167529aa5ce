import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { ConfirmReminder } from '@/components/reminders/confirm-reminder'
import { ReminderPage } from '@/components/reminders/reminder-page'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'reminders' })
  return { title: t('confirmTitle'), robots: { index: false } }
}

export default async function ConfirmReminderPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('reminders')
  return (
    <ReminderPage locale={locale} path="/reminders/confirm" title={t('confirmTitle')}>
      <ConfirmReminder />
    </ReminderPage>
  )
}
