'use client'

import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** An instant in the reader's own zone, once the scripts are awake: a server has another zone. */
export function Moment({ at }: { at: string }) {
  const locale = useLocale()
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const words = new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return <time dateTime={at}>{awake ? words : at.slice(0, 10)}</time>
}
