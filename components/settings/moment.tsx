'use client'

import { useLocale } from 'next-intl'
import { useAwake } from '@/components/ui/use-awake'

/** An instant in the reader's own zone, once the scripts are awake: a server has another zone. */
export function Moment({ at }: { at: string }) {
  const locale = useLocale()
  const awake = useAwake()
  const words = new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return <time dateTime={at}>{awake ? words : at.slice(0, 10)}</time>
}
