import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { drillPath } from '@/components/drill/scope'
import type { LevelCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import { answersNeeded } from '@/domain/progress/interval'
import type { LevelProgress, NextStep } from '@/domain/progress/view'
import { useFigures } from '../words'

type LevelSummaryProps = { progress: LevelProgress; card: LevelCard }

/** First of all a sentence: how much was practised and how it stands; then the one next thing to do. */
export function LevelSummary({ progress, card }: LevelSummaryProps) {
  const t = useTranslations('progress')
  const { begun, missing, next } = progress
  return (
    <header className="pt-6 pb-2 lg:pt-10">
      <p className="text-ink-3 text-meta">{t('levelOf', { title: card.title, name: card.name })}</p>
      <p className="max-w-[30em] break-keep pt-1 font-song text-heading wrap-anywhere md:text-title">
        <Standing progress={progress} />
      </p>
      {begun && missing > 0 && <p className="pt-1 text-ink-2 text-small">{t('missing', { count: missing })}</p>}
      {next && <Next next={next} card={card} begun={begun} />}
    </header>
  )
}

function Standing({ progress: { begun, recent } }: { progress: LevelProgress }) {
  const t = useTranslations('progress')
  const { percent } = useFigures()
  if (!begun) return t('nothing')
  if (recent.n === 0) return t('idle')
  if (recent.n < answersNeeded) return t('few', { count: recent.n })
  return t('standing', { count: recent.n, share: percent(recent.score / recent.maxScore) })
}

function Next({ next, card, begun }: { next: NextStep; card: LevelCard; begun: boolean }) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const { percent } = useFigures()
  const paper = card.subjects.find((one) => one.slug === next.subject)?.shortTitle ?? ''
  const daily = next.kind === 'daily' && (next.begun ? 'resume' : begun ? 'daily' : 'first')
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3 pt-4">
      {next.kind === 'chapter' && (
        <p className="min-w-0 text-ink-2">
          {t('weakest')}
          <span lang="zh-CN" className="font-semibold text-ink">
            {next.title}
          </span>
          <span className="block text-small">
            {t('weakestFigures', { paper, share: percent(next.share), count: next.n })}
          </span>
        </p>
      )}
      <Link
        href={hrefIn(locale, pathOf(next))}
        prefetch={false}
        className={buttonLook('filled', 'max-w-full py-1.5 text-center')}
      >
        {next.kind === 'chapter' ? t('practise') : t(daily || 'custom', { paper })}
      </Link>
    </div>
  )
}

function pathOf(next: NextStep): string {
  if (next.kind === 'chapter') return drillPath({ mode: 'chapter', subject: next.subject, chapter: next.chapter })
  return `/practice/${next.subject}/${next.kind}`
}
