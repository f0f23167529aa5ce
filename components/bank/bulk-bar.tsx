'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import { type Move, moveQuestions } from './queries'

type BulkBarProps = { ids: readonly string[]; canPublish: boolean; onDone: () => void; children: ReactNode }

/** What can be done with all that is ticked; what was refused is told, and stays as it is. */
export function BulkBar({ ids, canPublish, onDone, children }: BulkBarProps) {
  const t = useTranslations('bank')
  const { pending, fault, run } = useDeed('bank')
  const [told, setTold] = useState('')
  const moves: readonly Move[] = ['submit', ...(canPublish ? (['publish'] as const) : []), 'send-back', 'retire']
  const move = (action: Move) =>
    run(async () => {
      const { done, refused } = await moveQuestions(ids, action)
      const why = [
        ...new Set(refused.map(({ code }) => t(t.has(`refused.${code}`) ? `refused.${code}` : 'refused.internal'))),
      ]
      setTold(
        [
          t('bulkDone', { count: done.length }),
          ...(refused.length > 0 ? [t('bulkLeft', { count: refused.length }), ...why] : []),
        ].join(' '),
      )
      onDone()
    })
  return (
    <div className="sticky top-0 z-[1] flex flex-wrap items-center gap-x-4 gap-y-1 border-rule border-y bg-paper py-1">
      {children}
      {ids.length > 0 && (
        <>
          <span className="text-ink-2 text-small">{t('ticked', { count: ids.length })}</span>
          {moves.map((one) => (
            <Button
              key={one}
              look="outlined"
              className="min-h-9 text-small max-md:min-h-11"
              disabled={pending}
              onClick={() => move(one)}
            >
              {t(`move.${one}`)}
            </Button>
          ))}
        </>
      )}
      <span role="status" className="text-small empty:hidden">
        {fault ? <span className="text-part">{fault}</span> : told}
      </span>
    </div>
  )
}
