import { useTranslations } from 'next-intl'
import { PenMark } from '@/components/marks/pen-mark'
import { inks, standing } from '../standing'
import type { AnswerGridProps } from './answer-grid'
import type { PlayerItem } from './items'

/** 答题卡 of a long set: a numbered box for each question, filled once answered, with the marker's sign once marked. */
export function DenseGrid({ items, current, onJump }: AnswerGridProps) {
  return (
    <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-y-1">
      {items.map((item, index) => (
        <li key={item.question.id}>
          <Cell item={item} index={index} isCurrent={index === current} onJump={onJump} />
        </li>
      ))}
    </ol>
  )
}

type CellProps = { item: PlayerItem; index: number; isCurrent: boolean; onJump: (index: number) => void }

function Cell({ item, index, isCurrent, onJump }: CellProps) {
  const t = useTranslations('player')
  const stands = standing(item)
  const words = [t('number', { number: index + 1 }), t(`standing.${stands}`), item.flagged && t('standing.unsure')]
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'step' : undefined}
      aria-label={words.filter(Boolean).join(' ')}
      onClick={() => onJump(index)}
      className={`grid min-h-11 w-full place-content-center justify-items-center rounded-box text-meta ${isCurrent ? 'bg-deed-wash' : ''}`}
    >
      <span
        className={`inline-flex h-5.5 w-9 items-center justify-center rounded-box border-[1.5px] ${boxes[stands] ?? `border-current ${inks[stands]}`}`}
      >
        {index + 1}
        {item.flagged && <span aria-hidden="true">?</span>}
      </span>
      <span className="h-3.5">{signs[stands] && <PenMark verdict={signs[stands]} size={14} />}</span>
    </button>
  )
}

/** Boxes that are not drawn in the ink of their verdict. */
const boxes: Partial<Record<ReturnType<typeof standing>, string>> = {
  answered: 'border-pencil bg-pencil text-paper',
  unmarked: 'border-pencil bg-pencil text-paper',
  open: 'border-edge text-ink-2',
  unanswered: 'border-edge text-ink-2',
  withdrawn: 'border-rule text-ink-3 line-through',
}

const signs: Partial<Record<ReturnType<typeof standing>, 'right' | 'partial' | 'wrong'>> = {
  right: 'right',
  partial: 'partial',
  wrong: 'wrong',
}
