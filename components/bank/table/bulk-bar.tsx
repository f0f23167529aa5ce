'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Move, moveQuestions } from '@/components/bank/queries'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'

type BulkBarProps = { ids: readonly string[]; canPublish: boolean; onDone: () => void; children: ReactNode }

/** What can be done with all that is ticked; what was refused is told, and stays as it is. */
export function BulkBar({ ids, canPublish, onDone, children }: BulkBarProps) {
  const t = useTranslations('bank')
  const { pending, fault, run } = useDeed('bank')
  const [told, setTold] = useState<{ words: string } | null>(null)
  const status = useRef<HTMLParagraphElement>(null)
  // The buttons go with the ticks: what came of it takes the focus.
  useEffect(() => {
    if (told) status.current?.focus()
  }, [told])
  const move = async (action: Move) => {
    const { done, refused } = await moveQuestions(ids, action)
    const why = new Set(refused.map(({ code }) => t(t.has(`refused.${code}`) ? `refused.${code}` : 'refused.internal')))
    const left = refused.length > 0 ? [t('bulk.left', { count: refused.length }), ...why] : []
    setTold({ words: [t('bulk.done', { count: done.length }), ...left].join(' ') })
    onDone()
  }
  const isIdle = !children && !told && !fault
  return (
    <div
      className={
        isIdle
          ? 'hidden'
          : 'sticky top-0 z-[1] flex flex-wrap items-center gap-x-4 gap-y-1 border-rule border-y bg-paper py-1'
      }
    >
      {children}
      {ids.length > 0 && (
        <Deeds
          count={ids.length}
          canPublish={canPublish}
          pending={pending}
          move={move}
          onMove={(action) => run(() => move(action))}
        />
      )}
      <p ref={status} role="status" tabIndex={-1} className="text-small empty:hidden">
        {fault ? <span className="text-part">{fault}</span> : told?.words}
      </p>
    </div>
  )
}

type DeedsProps = {
  count: number
  canPublish: boolean
  pending: boolean
  move: (action: Move) => Promise<void>
  onMove: (action: Move) => void
}

/** What candidates see changes at once with some of them: those ask back. */
function Deeds({ count, canPublish, pending, move, onMove }: DeedsProps) {
  const t = useTranslations('bank')
  const plain = (action: 'submit' | 'send-back') => (
    <Button
      look="outlined"
      size="small"
      className="whitespace-nowrap max-md:min-h-11"
      disabledFocusable={pending}
      onClick={() => onMove(action)}
    >
      {t(`move.${action}`)}
    </Button>
  )
  const asked = (action: 'publish' | 'retire') => (
    <ConfirmedButton
      space="bank"
      size="small"
      action={t(`move.${action}`)}
      title={t(`bulk.${action}`, { count })}
      effect={t(`bulk.${action}Effect`)}
      run={() => move(action)}
    />
  )
  return (
    <>
      <span className="text-ink-2 text-small">{t('ticked', { count })}</span>
      {plain('submit')}
      {canPublish && asked('publish')}
      {plain('send-back')}
      {asked('retire')}
    </>
  )
}
