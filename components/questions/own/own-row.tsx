import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Star } from './star'
import type { OwnMarks } from './use-own-marks'

export const quietButton =
  'inline-flex min-h-11 items-center gap-1.5 rounded-button text-deed text-small active:bg-sunk'

type OwnRowProps = {
  question: string
  marks: OwnMarks
  /** Where the star has no other place. */
  star?: boolean
  onOpen: (kind: 'note' | 'report') => void
  /** What else can be done with it here. */
  children?: ReactNode
}

/** Under a question that has been told: one's note, and what one can do with the question. */
export function OwnRow({ question, marks, star = false, onOpen, children }: OwnRowProps) {
  const t = useTranslations('question.own')
  const note = marks.noteOf(question)
  return (
    <div className="mt-5 border-rule border-t pt-2 print:border-0">
      {note && (
        <section aria-label={t('note')} className="grid grid-cols-[3.25rem_1fr] py-2 text-small">
          <p className="text-ink-3">{t('note')}</p>
          <p className="min-w-0 whitespace-pre-wrap">{note}</p>
        </section>
      )}
      <div className="flex flex-wrap gap-x-6 print:hidden">
        {children}
        {star && (
          <Star
            words
            on={marks.isStarred(question)}
            onToggle={() => void marks.toggleStar(question)}
            className={quietButton}
          />
        )}
        <button type="button" onClick={() => onOpen('note')} className={quietButton}>
          {t(note ? 'noteChange' : 'noteWrite')}
        </button>
        <button type="button" onClick={() => onOpen('report')} className={quietButton}>
          {t('report')}
        </button>
      </div>
    </div>
  )
}
