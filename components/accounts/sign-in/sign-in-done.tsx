'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Failure } from '@/components/forms/failure'
import { hrefIn, locales } from '@/components/shell/locales'
import { Button, buttonLook } from '@/components/ui/button'
import type { Me, ToMerge } from '@/components/users/queries'
import { becomeMember } from './become'
import { nextPath } from './next-path'

type State = { at: 'working' } | { at: 'asking'; offer: ToMerge } | { at: 'nobody' } | { at: 'failed'; error: Error }

/** After signing in, wherever that was: joins the guest's record, takes over the settings, and goes on. */
export function SignInDone() {
  const t = useTranslations('account')
  const locale = useLocale()
  const { state, settle } = useSettling()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (state.at !== 'working') heading.current?.focus()
  }, [state.at])
  return (
    <div className="grid justify-items-start gap-6">
      <h1 ref={heading} tabIndex={-1} className="font-song text-heading outline-none md:text-title">
        {t(state.at === 'nobody' ? 'done.nobody' : state.at === 'asking' ? 'done.asking' : 'done.title')}
      </h1>
      {state.at === 'working' && <p role="status">{t('done.working')}</p>}
      {state.at === 'asking' && (
        <>
          <p>{t('done.offer', { days: state.offer.days, answers: state.offer.answers })}</p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => settle(true)}>{t('merge.join')}</Button>
            <Button look="outlined" onClick={() => settle(false)}>
              {t('merge.notMine')}
            </Button>
          </div>
        </>
      )}
      {state.at === 'nobody' && (
        <Link href={hrefIn(locale, '/sign-in')} className={buttonLook()}>
          {t('signIn.action')}
        </Link>
      )}
      {state.at === 'failed' && (
        <>
          <Failure error={state.error} />
          <Button onClick={() => settle(undefined)}>{t('done.retry')}</Button>
        </>
      )}
    </div>
  )
}

function useSettling() {
  const client = useQueryClient()
  const locale = useLocale()
  const [state, setState] = useState<State>({ at: 'working' })
  const begun = useRef(false)
  /** @param chosen absent: as the address says. */
  const settle = async (chosen?: boolean) => {
    setState({ at: 'working' })
    const query = new URLSearchParams(window.location.search)
    const asked = query.get('join')
    const join = chosen ?? (asked === null ? null : asked === '1')
    try {
      const me = await becomeMember(client, join)
      if (me.kind !== 'member') return setState({ at: 'nobody' })
      if (join === null && me.toMerge) return setState({ at: 'asking', offer: me.toMerge })
      window.location.replace(inLanguageOf(me, nextPath(query.get('next'), hrefIn(locale, '/'))))
    } catch (error) {
      setState({ at: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void settle()
  })
  return { state, settle: (chosen?: boolean) => void settle(chosen) }
}

/** The page to go on with, in the language that the person has chosen. */
function inLanguageOf({ settings }: Me, path: string): string {
  if (!settings.language) return path
  const [, first] = path.split(/[/?#]/)
  const bare = locales.some((locale) => locale === first) ? path.slice(1 + (first?.length ?? 0)) : path
  return hrefIn(settings.language, bare.startsWith('/') ? bare : `/${bare}`)
}
