import { useTranslations } from 'next-intl'
import { AnswerBox } from '@/components/ui/answer-box'
import type { Answer } from '@/domain/attempts/input'
import type { PlayerItem } from './items'

/** Where a question stands, as a key of words. */
function standing({ state, feedback }: PlayerItem) {
  if (state === 'marked' && feedback) return feedback.verdict
  return state === 'saved' || state === 'pending' ? 'answered' : state === 'withdrawn' ? 'withdrawn' : 'open'
}

const inks: Record<ReturnType<typeof standing>, string> = {
  right: 'text-(--color-right)',
  partial: 'text-part',
  wrong: 'text-seal-text',
  unmarked: 'text-ink-2',
  unanswered: 'text-ink-3',
  answered: 'text-ink',
  open: 'text-ink-3',
  withdrawn: 'text-ink-3',
}

type AnswerGridProps = { items: readonly PlayerItem[]; current: number; onJump: (index: number) => void }

/** 答题卡: columns of five, a number and its small boxes, as on the real card. A tap jumps to the question. */
export function AnswerGrid({ items, current, onJump }: AnswerGridProps) {
  const t = useTranslations('player')
  return (
    <ol className="grid grid-flow-col grid-rows-5 justify-start gap-x-4">
      {items.map((item, index) => {
        const stands = standing(item)
        const words = [
          t('number', { number: index + 1 }),
          t(`standing.${stands}`),
          item.flagged && t('standing.unsure'),
        ]
        return (
          <li key={item.question.id}>
            <button
              type="button"
              aria-current={index === current ? 'step' : undefined}
              aria-label={words.filter(Boolean).join(' ')}
              onClick={() => onJump(index)}
              className={`grid min-h-11 w-full grid-cols-[1.25rem_auto_1fr] items-center gap-x-2 rounded-box px-1 text-left text-meta ${index === current ? 'bg-deed-wash' : ''}`}
            >
              <span className="text-end text-ink-2">{index + 1}</span>
              <SmallBoxes item={item} />
              <span className={`flex items-center gap-1 ${inks[stands]}`}>
                {t(`standing.${stands}`)}
                {item.flagged && <span className="text-ink">?</span>}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

/** The boxes of one question in small; an essay or a blank has one. */
function SmallBoxes({ item: { question, answer } }: { item: PlayerItem }) {
  const ids = question.options.map((option) => option.id)
  if (ids.length === 0) return <AnswerBox sign="" filled={answer !== null} className="h-2.5 w-4" />
  return (
    <span className="flex min-w-19.5 gap-0.5" aria-hidden="true">
      {ids.map((id) => (
        <span
          key={id}
          className={`h-2.5 w-3.5 rounded-[1.5px] border ${isTicked(answer, id) ? 'border-pencil bg-pencil' : 'border-edge'}`}
        />
      ))}
    </span>
  )
}

const isTicked = (answer: Answer | null, id: string) =>
  answer !== null && 'choices' in answer && answer.choices.includes(id)
