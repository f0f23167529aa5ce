'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useAccountHint } from '@/components/users/account-hint'
import { hrefIn } from './locales'

const look = 'inline-flex min-h-11 min-w-11 items-center justify-end px-2 text-deed text-small'

/** 登录, or the nickname that leads to one's account. Both are in the page; the style sheet shows the one that fits. */
export function AccountLink({ locale, path }: { locale: string; path: string }) {
  const t = useTranslations('nav')
  const hint = useAccountHint()
  const back = path === '/' || path.startsWith('/sign-in') ? '' : `?next=${encodeURIComponent(hrefIn(locale, path))}`
  return (
    <>
      <Link href={`${hrefIn(locale, '/sign-in')}${back}`} prefetch={false} data-when="out" className={look}>
        {t('signIn')}
      </Link>
      <Link href={hrefIn(locale, '/settings')} prefetch={false} data-when="in" className={look}>
        <span className="sr-only">{t('account')}</span>
        <span
          aria-hidden={hint?.name ? undefined : true}
          className={`max-w-28 truncate ${hint?.name ? '' : 'name-to-come'}`}
        >
          {hint?.name ?? t('mine')}
        </span>
      </Link>
    </>
  )
}
