'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'

const ways = {
  confirm: [
    { path: '/sign-in', words: 'signIn' },
    { path: '/register', words: 'register' },
  ],
  reset: [{ path: '/forgot', words: 'forgot' }],
} as const

/** A link that is used, too old, or cut off in the mail: how to get on without it. */
export function SpentLink({ kind }: { kind: keyof typeof ways }) {
  const t = useTranslations('account.spent')
  const locale = useLocale()
  return (
    <div role="alert" className="grid gap-6">
      <p>{t(kind)}</p>
      <div className="flex flex-wrap gap-3">
        {ways[kind].map(({ path, words }, index) => (
          <Link key={path} href={hrefIn(locale, path)} className={buttonLook(index === 0 ? 'filled' : 'outlined')}>
            {t(words)}
          </Link>
        ))}
      </div>
    </div>
  )
}
