import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { LevelCard, SubjectCard } from '@/components/exams/levels'
import { PenMark } from '@/components/marks/pen-mark'
import { hrefIn } from '@/components/shell/locales'
import { answersForPaper } from '@/domain/progress/interval'
import type { LevelProgress, SubjectProgress } from '@/domain/progress/view'
import { lastWeeks } from './level/level-weeks'

type PaperScoresProps = { progress: LevelProgress; card: LevelCard }

/** All papers of the level together: what it asks to pass, what is passed, and what the last weeks would score. */
export function PaperScores({ progress, card }: PaperScoresProps) {
  const t = useTranslations('progress')
  const id = `papers-${progress.level}`
  return (
    <section aria-labelledby={id} className="pt-10">
      <h2 id={id} className="font-semibold">
        {t('papers')}
      </h2>
      <p className="pb-3 text-ink-2 text-small">{t('passing', { rule: card.passing })}</p>
      <ul className="border-rule border-t">
        {progress.subjects.map((one) => {
          const subject = card.subjects.find(({ slug }) => slug === one.subject)
          return subject && <PaperRow key={one.subject} progress={one} subject={subject} />
        })}
      </ul>
    </section>
  )
}

function PaperRow({ progress, subject }: { progress: SubjectProgress; subject: SubjectCard }) {
  const t = useTranslations('progress')
  const locale = useLocale()
  return (
    <li className="border-rule border-b">
      <Link
        href={hrefIn(locale, `/practice/${subject.slug}`)}
        prefetch={false}
        className="-mx-4 flex min-h-20 items-center justify-between gap-x-4 px-4 py-3 active:bg-sunk md:hover:bg-sunk"
      >
        <span className="min-w-0">
          <span className="block text-stem leading-7">{subject.shortTitle}</span>
          <span className="block text-ink-3 text-meta">
            {t('paperFacts', { count: lastWeeks(progress.weeks).n, mark: subject.paper.passMark })}
          </span>
        </span>
        {progress.passed === null ? (
          <OnPaper progress={progress} subject={subject} />
        ) : (
          <span className="flex items-center gap-2 text-right text-small">
            <PenMark verdict="right" size={22} />
            {t('passedIn', { year: String(progress.passed) })}
          </span>
        )}
      </Link>
    </li>
  )
}

/** 折合百分制: what the last four weeks come to on the official paper, once there are as many answers as it asks. */
function OnPaper({ progress, subject }: { progress: SubjectProgress; subject: SubjectCard }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const { n, score, maxScore } = lastWeeks(progress.weeks)
  if (n < answersForPaper)
    return <span className="text-end text-ink-3 text-meta">{t('toPaper', { count: answersForPaper - n })}</span>
  const points = format.number(Math.round((score / maxScore) * fullMarks(subject)))
  return (
    <span className="shrink-0 text-end">
      <span className="sr-only">{t('onPaperSpoken', { points, full: fullMarks(subject) })}</span>
      <span aria-hidden="true" className="block text-seal-text">
        <span className="font-semibold font-song text-heading">{points}</span>
        <span className="text-small">/{fullMarks(subject)}</span>
      </span>
      <span aria-hidden="true" className="block text-ink-3 text-meta">
        {t('onPaper')}
      </span>
    </span>
  )
}

export const fullMarks = ({ paper }: SubjectCard) =>
  paper.sections.reduce((sum, section) => sum + section.count * section.points, 0)
