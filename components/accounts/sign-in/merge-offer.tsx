'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useSyncExternalStore } from 'react'
import { Tick } from '@/components/ui/field'
import { isGuest } from '@/components/users/begin-guest'
import type { ToMerge } from '@/components/users/queries'
import { mergeOfferQuery } from '../queries'

const never = () => () => {}

/** What this browser's guest would bring along; null while nothing is known, or there is nothing. */
export function useMergeOffer(): ToMerge | null {
  const begun = useSyncExternalStore(never, isGuest, () => false)
  const { data } = useQuery({ ...mergeOfferQuery, enabled: begun })
  return data?.toMerge ?? null
}

/** Ticked, because it mostly is one's own; on a shared device one says that it is not. */
export function MergeOffer({ offer }: { offer: ToMerge | null }) {
  const t = useTranslations('account.merge')
  const box = useRef<HTMLDivElement>(null)
  if (!offer) return null
  const decline = () => {
    const tick = box.current?.querySelector<HTMLInputElement>('input[type=checkbox]')
    if (tick?.checked) tick.click()
    tick?.focus()
  }
  return (
    <div ref={box} className="border-rule border-y py-2">
      <input type="hidden" name="offered" value="yes" />
      <Tick name="join" defaultChecked>
        {t('offer', { days: offer.days, answers: offer.answers })}
      </Tick>
      <button type="button" onClick={decline} className="-mb-1 ml-7 min-h-11 px-2 text-deed text-small">
        {t('notMine')}
      </button>
    </div>
  )
}

/** What was decided, in the words of /sign-in/done: yes, no, or not asked. */
export const joinOf = ({ offered, join }: Record<string, string>): '1' | '0' | null =>
  offered ? (join ? '1' : '0') : null
