import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Practice } from '@/components/attempts/entries'
import type { AttemptState } from '@/domain/attempts/view'
import { DrillName } from './drill-name'

type DrillHeadProps = {
  practice: Practice
  /** It was begun anew a moment ago. */
  isAnew: boolean
  /** The attempt as it is now; what counts is how far it had come when the page was opened. */
  startedWith: AttemptState
  onAgain: () => void
}

/** "章节 · 个案工作方法"; and whoever comes back is told where they were, and how to begin from the first. */
export function DrillHead({ practice, isAnew, startedWith, onAgain }: DrillHeadProps) {
  const t = useTranslations('drill')
  const [before] = useState(() => (isAnew ? 0 : startedWith.answers.length))
  const [isSaid, setIsSaid] = useState(before > 0)
  const isMoving = startedWith.answers.length > before
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 pb-2 text-small lg:pl-14">
      <p className="text-ink-2">
        <DrillName practice={practice} />
      </p>
      {isSaid && !isMoving && (
        <p className="text-ink-3">
          {t('resumed', { count: before })}
          <button
            type="button"
            onClick={() => {
              setIsSaid(false)
              onAgain()
            }}
            className="-my-2.5 min-h-11 px-2 text-deed"
          >
            {t('again')}
          </button>
        </p>
      )}
    </div>
  )
}
