import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { AccountPage } from '@/components/accounts/account-page'
import { SignInDone } from '@/components/accounts/sign-in/sign-in-done'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'account' })
  return { title: t('done.title'), robots: { index: false } }
}

export default async function SignInDonePage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  return (
    <AccountPage locale={locale} path="/sign-in/done">
      <SignInDone />
    </AccountPage>
  )
}
