'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'

/** A guest's settings are as good as anybody's; what only an account can do is said once. */
export function NotSignedIn() {
  const t = useTranslations('settings.guest')
  const locale = useLocale()
  const next = `?next=${encodeURIComponent(hrefIn(locale, '/settings'))}`
  return (
    <div className="mb-12 grid gap-4 border-rule border-y py-6">
      <p className="text-small">{t('lead')}</p>
      <div className="flex flex-wrap gap-3">
        <Link href={`${hrefIn(locale, '/sign-in')}${next}`} prefetch={false} className={buttonLook()}>
          {t('signIn')}
        </Link>
        <Link href={`${hrefIn(locale, '/register')}${next}`} prefetch={false} className={buttonLook('outlined')}>
          {t('register')}
        </Link>
      </div>
    </div>
  )
}
