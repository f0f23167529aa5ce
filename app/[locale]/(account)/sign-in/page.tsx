import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { AccountPage } from '@/components/accounts/account-page'
import { SignInForm } from '@/components/accounts/sign-in/sign-in-form'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'account' })
  return { title: t('signIn.title'), robots: { index: false } }
}

export default async function SignInPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('account')
  return (
    <AccountPage locale={locale} path="/sign-in" title={t('signIn.title')}>
      <SignInForm />
    </AccountPage>
  )
}
