import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { AccountPage } from '@/components/accounts/account-page'
import { RegisterForm } from '@/components/accounts/register-form'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'account' })
  return { title: t('register.title'), robots: { index: false } }
}

export default async function RegisterPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('account')
  return (
    <AccountPage locale={locale} path="/register" title={t('register.title')}>
      <RegisterForm />
    </AccountPage>
  )
}
