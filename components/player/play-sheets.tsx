import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FeedbackMode } from '@/domain/attempts/input'
import { AnswerGrid } from './answer-grid'
import { HandIn } from './hand-in'
import type { PlayerItem } from './items'
import { KeyboardHelp, SettingsForm } from './settings-form'
import type { Sheet } from './use-actions'

type CardProps = {
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

type PlaySheetsProps = CardProps & { sheet: Sheet; feedback: FeedbackMode; onClose: () => void }

/** Whatever the player shows on top of the question. */
export function PlaySheets({ sheet, feedback, onClose, ...card }: PlaySheetsProps) {
  const t = useTranslations('player')
  const withCard = sheet === 'card' || sheet === 'hand-in'
  return (
    <>
      <Dialog open={withCard} title={t('card')} onClose={onClose}>
        {withCard && <Card {...card} asking={sheet === 'hand-in'} />}
        <Button look="text" onClick={onClose}>
          {t('closeCard')}
        </Button>
      </Dialog>
      <Dialog open={sheet === 'menu'} title={t('settings.title')} onClose={onClose}>
        <SettingsForm feedback={feedback} />
        <div className="hidden md:block">
          <KeyboardHelp />
        </div>
        <Button onClick={onClose}>{t('close')}</Button>
      </Dialog>
      <Dialog open={sheet === 'keys'} title={t('keys.title')} onClose={onClose}>
        <KeyboardHelp />
        <Button onClick={onClose}>{t('close')}</Button>
      </Dialog>
    </>
  )
}
