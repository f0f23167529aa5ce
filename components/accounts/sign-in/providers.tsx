'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type RefObject, useState } from 'react'
import { Failure } from '@/components/forms/failure'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'
import { type Provider, signInOptionsQuery, signInWith } from '../queries'
import { useDone } from './address'
import { beforeSigningIn } from './before-signing-in'
import { joinOf } from './merge-offer'

type ProvidersProps = { form: RefObject<HTMLFormElement | null> }

/** Other sites one may sign in with: those that this server has been set up for, and no others. */
export function Providers({ form }: ProvidersProps) {
  const t = useTranslations('account.providers')
  const locale = useLocale()
  const done = useDone()
  const { data } = useQuery(signInOptionsQuery)
  const [error, setError] = useState<Error | null>(null)
  const [leaving, setLeaving] = useState(false)
  const leaveFor = async ({ id }: Provider) => {
    if (leaving) return
    setLeaving(true)
    setError(null)
    try {
      const fields = Object.fromEntries(new FormData(form.current ?? undefined)) as Record<string, string>
      const join = joinOf(fields)
      await beforeSigningIn(join)
      const { url } = await signInWith(id, new URL(done(join), window.location.origin).href)
      window.location.assign(url)
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)))
      setLeaving(false)
    }
  }
  if (!data?.providers.length) return null
  return (
    <section aria-label={t('title')} className="grid gap-3">
      <p className="text-ink-3 text-meta">{t('title')}</p>
      {data.providers.map((provider) => (
        <Button key={provider.id} look="outlined" aria-disabled={leaving} onClick={() => void leaveFor(provider)}>
          {t('with', { name: provider.name })}
        </Button>
      ))}
      <Failure error={error} />
      <p className="text-ink-3 text-meta">
        {t.rich('consent', {
          link: (words) => (
            <Link href={hrefIn(locale, '/privacy')} prefetch={false} className="text-deed underline underline-offset-4">
              {words}
            </Link>
          ),
        })}
      </p>
    </section>
  )
}
