'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { becomeMember } from '@/components/accounts/sign-in/become'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'
import { keepMe, type Me, meQuery } from '@/components/users/queries'
import { consentVersion } from '@/domain/users/consent'
import { Moment } from './moment'
import { Saved, useChangeMe } from './use-saving'

/** What waits for a decision: a deletion under way, a record to join, a new privacy notice. */
export function Notices({ me }: { me: Me }) {
  if (me.kind !== 'member') return null
  return (
    <>
      {me.eraseAt && <Leaving eraseAt={me.eraseAt} />}
      {me.toMerge && <Joining offer={me.toMerge} />}
      {me.consent?.current === false && <Consenting />}
    </>
  )
}

function Notice({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <div className="mb-8 grid gap-3 border-part border-l-2 bg-part-wash px-4 py-3">
      <p className="text-small">{words}</p>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </div>
  )
}

function Leaving({ eraseAt }: { eraseAt: string }) {
  const t = useTranslations('settings.data')
  const client = useQueryClient()
  const { state, run } = useChangeMe()
  const keep = () =>
    run(async () => {
      await keepMe()
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
    })
  return (
    <Notice words={t.rich('leaving', { at: () => <Moment at={eraseAt} /> })}>
      <Button onClick={() => void keep()}>{t('keep')}</Button>
      <Saved state={state} />
    </Notice>
  )
}

function Joining({ offer }: { offer: NonNullable<Me['toMerge']> }) {
  const t = useTranslations('settings.merge')
  const client = useQueryClient()
  const { state, run } = useChangeMe()
  const decide = (join: boolean) => run(() => becomeMember(client, join))
  return (
    <Notice words={t('offer', { days: offer.days, answers: offer.answers })}>
      <Button onClick={() => void decide(true)}>{t('join')}</Button>
      <Button look="outlined" onClick={() => void decide(false)}>
        {t('decline')}
      </Button>
      <Saved state={state} />
    </Notice>
  )
}

function Consenting() {
  const t = useTranslations('settings.consent')
  const locale = useLocale()
  const { state, change } = useChangeMe()
  return (
    <Notice
      words={t.rich('changed', {
        link: (text) => (
          <Link href={hrefIn(locale, '/privacy')} className="text-deed underline underline-offset-4">
            {text}
          </Link>
        ),
      })}
    >
      <Button onClick={() => void change({ consent: consentVersion })}>{t('agree')}</Button>
      <Saved state={state} />
    </Notice>
  )
}
