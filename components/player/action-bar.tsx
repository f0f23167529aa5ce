import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode, RefObject } from 'react'
import { VerdictWord } from '@/components/questions/feedback-panel'
import { buttonLook } from '@/components/ui/button'
import type { Feedback } from '@/domain/attempts/view'

/** What the one filled button does now. `wait`: the verdict is on its way. */
export type Primary = 'confirm' | 'handInText' | 'wait' | 'next' | 'toOpen' | 'finish'

type ActionBarProps = {
  primary: Primary
  /** Feedback comes at the end: the last press hands in, it does not show. */
  atEnd: boolean
  enabled: boolean
  onPrimary: () => void
  button: RefObject<HTMLButtonElement | null>
  /** Absent once it is too late for it. */
  onGiveUp: (() => void) | undefined
  feedback: Feedback | null
  onCard: () => void
  /** What is to be said above the buttons. */
  children: ReactNode
}

/** 不会 · 确定 · 答题卡. After the verdict its word takes the place of 不会, so that it is seen without scrolling. */
export function ActionBar({
  primary,
  atEnd,
  enabled,
  onPrimary,
  button,
  onGiveUp,
  feedback,
  onCard,
  children,
}: ActionBarProps) {
  const t = useTranslations('player')
  const quiet = 'min-h-12 min-w-18 rounded-button px-2 text-ink-2 text-small active:bg-sunk'
  return (
    <div className="fixed inset-x-0 bottom-0 z-10 border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] lg:sticky print:hidden">
      <div className="mx-auto max-w-2xl px-4 lg:max-w-none lg:px-0">{children}</div>
      <div className="mx-auto flex min-h-16 max-w-2xl flex-wrap items-center gap-2 px-2 py-2 lg:max-w-none lg:px-0">
        {feedback ? (
          <BarVerdict feedback={feedback} />
        ) : (
          <button type="button" onClick={onGiveUp} disabled={!onGiveUp} className={`${quiet} disabled:invisible`}>
            {t('giveUp')}
          </button>
        )}
        <button
          ref={button}
          type="button"
          aria-disabled={!enabled}
          onClick={() => enabled && onPrimary()}
          className={`min-h-12 flex-1 basis-20 aria-disabled:cursor-default aria-disabled:opacity-60 ${buttonLook('filled')}`}
        >
          {t(primary === 'finish' && atEnd ? 'handIn' : `primary.${primary}`)}
        </button>
        <button type="button" onClick={onCard} className={`${quiet} lg:hidden`}>
          {t('card')}
        </button>
      </div>
    </div>
  )
}

function BarVerdict({ feedback }: { feedback: Feedback }) {
  const t = useTranslations('player')
  const format = useFormatter()
  const score = format.number(feedback.score, { maximumFractionDigits: 2 })
  return (
    <p className="min-w-18 px-2 text-meta leading-5 lg:pl-0" aria-hidden="true">
      <VerdictWord verdict={feedback.verdict} size={16} />
      {feedback.verdict !== 'unmarked' && <span className="block text-ink-2">{t('barScore', { score })}</span>}
    </p>
  )
}
