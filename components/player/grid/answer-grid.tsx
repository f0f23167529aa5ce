import { useTranslations } from 'next-intl'
import type { Answer } from '@/domain/attempts/input'
import { inks, standing } from '../standing'
import { DenseGrid } from './dense-grid'
import { openIndexes, type PlayerItem } from './items'

/** Whole class names, so that they are found in the source. */
const rows = ['grid-rows-1', 'grid-rows-2', 'grid-rows-3', 'grid-rows-4', 'grid-rows-5']

export type AnswerGridProps = { items: readonly PlayerItem[]; current: number; onJump: (index: number) => void }

/** Beyond this many, columns of five would run off the page. */
const mostWithBoxes = 20

/** 答题卡 with what is done and what is not. A tap jumps to the question. */
export function AnswerGrid(props: AnswerGridProps) {
  const t = useTranslations('player')
  const { items } = props
  const open = openIndexes(items).length
  const flagged = items.filter((item) => item.flagged).length
  return (
    <>
      <p className="text-meta text-ink-2">{t('counts', { answered: items.length - open, open, flagged })}</p>
      {items.length > mostWithBoxes ? <DenseGrid {...props} /> : <BoxGrid {...props} />}
    </>
  )
}

/** Columns of five, a number and its small boxes, as on the real card. */
function BoxGrid({ items, current, onJump }: AnswerGridProps) {
  const t = useTranslations('player')
  return (
    <div className="@container">
      <ol
        className={`grid grid-flow-col justify-start gap-x-2 @max-[16rem]:grid-flow-row @max-[16rem]:grid-rows-none ${rows[Math.min(items.length, 5) - 1]}`}
      >
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
                className={`grid min-h-11 w-full grid-cols-[1.25rem_auto_1fr] items-center gap-x-2 max-[22rem]:grid-cols-[1rem_auto_1fr] max-[22rem]:gap-x-1.5 rounded-box px-1 text-left text-meta ${index === current ? 'bg-deed-wash' : ''}`}
              >
                <span className="text-end text-ink-2">{index + 1}</span>
                <SmallBoxes item={item} />
                <span className={`flex items-center gap-1 whitespace-nowrap ${inks[stands]}`}>
                  {t(`standing.${stands}`)}
                  {item.flagged && <span className="text-ink">?</span>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The boxes of one question in small; an essay or a blank has one. */
function SmallBoxes({ item: { question, answer } }: { item: PlayerItem }) {
  const ids = question.options.map((option) => option.id)
  return (
    <span className="flex min-w-17 gap-0.5 max-[22rem]:min-w-14" aria-hidden="true">
      {ids.length === 0 && <SmallBox filled={answer !== null} className="w-8" />}
      {ids.map((id) => (
        <SmallBox key={id} filled={isTicked(answer, id)} className="w-3 max-[22rem]:w-2.5" />
      ))}
    </span>
  )
}

function SmallBox({ filled, className }: { filled: boolean; className: string }) {
  const ink = filled ? 'border-pencil bg-pencil' : 'border-edge'
  return <span className={`h-2.5 rounded-[1.5px] border ${ink} ${className}`} />
}

const isTicked = (answer: Answer | null, id: string) =>
  answer !== null && 'choices' in answer && answer.choices.includes(id)
