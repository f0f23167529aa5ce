import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { AnswerGrid } from '../grid/answer-grid'
import type { PlayerItem } from '../grid/items'
import type { Sheet } from '../use-actions'
import { HandIn } from './hand-in'

export type CardProps = {
  items: readonly PlayerItem[]
  current: number
  today: boolean
  onMove: (index: number) => void
  onFinish: () => void
}

/** 答题卡 with 交卷 under it: in a sheet on phones, at the right of the question on wide screens. */
export function Card({ items, current, today, asking = false, onMove, onFinish }: CardProps & { asking?: boolean }) {
  return (
    <>
      <AnswerGrid items={items} current={current} onJump={onMove} />
      <HandIn items={items} today={today} asking={asking} onFinish={onFinish} onGoTo={onMove} />
    </>
  )
}

/** The answer card as a sheet. */
export function CardSheet({ sheet, onClose, ...card }: CardProps & { sheet: Sheet; onClose: () => void }) {
  const t = useTranslations('player')
  const open = sheet === 'card' || sheet === 'hand-in'
  return (
    <Dialog open={open} title={t('card')} onClose={onClose}>
      {open && <Card {...card} asking={sheet === 'hand-in'} />}
      <Button look="text" onClick={onClose}>
        {t('closeCard')}
      </Button>
    </Dialog>
  )
}
