import { useFormatter, useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Star } from '@/components/questions/own/star'
import type { QuestionToAnswer } from '@/domain/questions/view'

type QuestionLineProps = {
  heading: RefObject<HTMLHeadingElement | null>
  question: QuestionToAnswer
  of: number
  flagged: boolean
  onFlag: () => void
  starred: boolean
  onStar: () => void
  onMenu: () => void
}

/** "单选题 · 第3题/8 · 1分", flag, star, and ⋯. */
export function QuestionLine(props: QuestionLineProps) {
  const { heading, question, of, flagged, onFlag, starred, onStar, onMenu } = props
  const t = useTranslations('player')
  const format = useFormatter()
  const points = format.number(question.points, { maximumFractionDigits: 2 })
  const tool = 'grid size-11 place-items-center rounded-button active:bg-sunk'
  return (
    <div className="mt-2 flex items-center">
      <h2 ref={heading} tabIndex={-1} className="flex-1 text-ink-2 text-small">
        {t(`type.${question.type}`)} · {t('place', { number: question.number, of })} · {t('points', { points })}
      </h2>
      <button
        type="button"
        aria-pressed={flagged}
        aria-label={t('flag')}
        title={t('flag')}
        onClick={onFlag}
        className={`${tool} ${flagged ? 'text-ink' : 'text-ink-3'}`}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill={flagged ? 'currentColor' : 'none'}>
          <path d="M5 18V2.8H15.5L12.8 6.9L15.5 11H5" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
        </svg>
      </button>
      <Star on={starred} onToggle={onStar} className={`${tool} ${starred ? 'text-ink' : 'text-ink-3'}`} />
      <button
        type="button"
        aria-label={t('menu')}
        title={t('menu')}
        onClick={onMenu}
        className={`${tool} -mr-3 text-ink-2`}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="currentColor">
          <circle cx="4" cy="10" r="1.5" />
          <circle cx="10" cy="10" r="1.5" />
          <circle cx="16" cy="10" r="1.5" />
        </svg>
      </button>
    </div>
  )
}
