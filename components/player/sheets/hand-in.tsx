import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { openIndexes, type PlayerItem } from '../grid/items'

type HandInProps = {
  items: readonly PlayerItem[]
  /** Whether leaving questions out costs today's seal. */
  today: boolean
  /** Ask back at once: the button for it was pressed elsewhere. */
  asking?: boolean
  onFinish: () => void
  onGoTo: (index: number) => void
}

/** 交卷, which asks back when something would be left out. */
export function HandIn({ items, today, asking = false, onFinish, onGoTo }: HandInProps) {
  const t = useTranslations('player')
  const [asked, setAsked] = useState(asking)
  const open = openIndexes(items)
  const unmarked = items.filter((item) => item.feedback?.verdict === 'unmarked' && item.selfMarks === null).length
  const [first] = open
  if (!asked || (open.length === 0 && unmarked === 0))
    return (
      <Button
        look={open.length === 0 ? 'filled' : 'outlined'}
        className="w-full"
        onClick={() => (open.length === 0 && unmarked === 0 ? onFinish() : setAsked(true))}
      >
        {t('handIn')}
      </Button>
    )
  return (
    <div role="alert" className="grid gap-3">
      <p className="text-small">
        {open.length > 0 && t('handInOpen', { count: open.length })}
        {unmarked > 0 && t('handInUnmarked', { count: unmarked })}
        {open.length > 0 && today && t('handInNoSeal')}
      </p>
      <div className="grid grid-cols-2 gap-3">
        <Button look="outlined" onClick={onFinish}>
          {t('handInAnyway')}
        </Button>
        <Button onClick={() => (first === undefined ? setAsked(false) : onGoTo(first))}>{t('goOn')}</Button>
      </div>
    </div>
  )
}
