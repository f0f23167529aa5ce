'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { NotToRead } from './not-to-read'
import { type Reading, reciteQuery } from './queries'
import { ReadingList } from './reading-list'
import { refusalOf } from './refusal'

const sources = ['daily', 'mistakes', 'favourites'] as const
const dayShape = /^\d{4}-\d{2}-\d{2}$/

function readingIn(search: URLSearchParams, subject: string): Reading {
  const chapter = search.get('chapter')
  const of = sources.find((one) => one === search.get('of'))
  const on = search.get('on') ?? ''
  return { subject, ...(chapter && { chapter }), ...(of && { of }), ...(of === 'daily' && dayShape.test(on) && { on }) }
}

/** 背题: questions with their answers, to be read; what is read stands in the address. */
export function Recite({ subject }: { subject: string }) {
  const t = useTranslations('recite')
  const search = useSearchParams()
  const reading = useMemo(() => readingIn(new URLSearchParams(search), subject), [search, subject])
  const { data, error, refetch } = useQuery(reciteQuery(reading))
  if (data) return <ReadingList state={data} reading={reading} />
  if (!error) return <Skeletons />
  const refusal = refusalOf(error)
  if (refusal) return <NotToRead refusal={refusal} reading={reading} />
  return (
    <div className="py-6">
      <p className="sr-only">{t('title')}</p>
      <LoadFailure error={error} onRetry={() => void refetch()} />
    </div>
  )
}

function Skeletons() {
  return (
    <div className="grid gap-4 pt-8">
      {['w-full', 'w-5/6', 'w-1/2', 'w-3/5', 'w-2/5', 'w-4/7'].map((width) => (
        <Skeleton key={width} className={`h-5 max-w-xl ${width}`} />
      ))}
    </div>
  )
}
