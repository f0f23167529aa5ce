import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { ReminderPage } from '@/components/reminders/reminder-page'
import { StopReminder } from '@/components/reminders/stop-reminder'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'reminders' })
  return { title: t('stopTitle'), robots: { index: false } }
}

export default async function StopReminderPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('reminders')
  return (
    <ReminderPage locale={locale} path="/reminders/stop" title={t('stopTitle')}>
      <StopReminder />
    </ReminderPage>
  )
}
