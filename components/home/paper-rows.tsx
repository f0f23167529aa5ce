import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { sealStyle } from '@/components/check-ins/seal-style'
import type { LevelCard, SubjectCard } from '@/components/exams/levels'
import { Seal } from '@/components/seal/seal'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { Progress } from '@/domain/progress/view'

type Progressing = { progress: Progress | undefined; failed: boolean; locale: string }

/** The papers of a level, each a ruled row that leads to its set of today. */
export function PaperRows({ level, progress, failed, locale }: Progressing & { level: LevelCard }) {
  const t = useTranslations('home')
  return (
    <section
      data-for-level={level.id}
      className="pb-6"
      aria-label={t('levelOf', { title: level.title, name: level.name })}
    >
      <h2 className="pb-2 text-ink-3 text-meta">{t('levelOf', { title: level.title, name: level.name })}</h2>
      <ul className="border-rule border-t">
        {level.subjects.map((subject) => (
          <PaperRow key={subject.slug} subject={subject} progress={progress} failed={failed} locale={locale} />
        ))}
      </ul>
    </section>
  )
}

function PaperRow({ subject, progress, failed, locale }: Progressing & { subject: SubjectCard }) {
  const t = useTranslations('home')
  const { questions, points, limitSeconds } = subject.paper.daily
  return (
    <li className="border-rule border-b">
      <Link
        href={hrefIn(locale, `/practice/${subject.slug}/daily`)}
        className="-mx-4 flex min-h-20 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 active:bg-sunk md:hover:bg-sunk"
      >
        <span className="min-w-0 flex-1 basis-32">
          <span className="block text-stem leading-7 md:text-stem-wide md:leading-8">{subject.shortTitle}</span>
          <span className="block text-ink-3 text-meta">
            {t('facts', { questions, points, minutes: Math.round(limitSeconds / 60) })}
          </span>
        </span>
        {/* As wide as it will ever be, so that the facts beside it never break anew. */}
        <span className="flex min-w-28 justify-end">
          <PaperState subject={subject.slug} progress={progress} failed={failed} />
        </span>
      </Link>
    </li>
  )
}

/** 开始, 继续 第3题, or the score in red beside the day's seal. */
function PaperState({ subject, progress, failed }: Pick<Progressing, 'progress' | 'failed'> & { subject: string }) {
  const t = useTranslations('home')
  const paper = progress?.papers.find((one) => one.subject === subject)
  const look = buttonLook('filled', 'shrink-0', 'small')
  if (paper?.status === 'open') return <span className={look}>{t('resume', { number: nextNumber(paper) })}</span>
  if (!paper || paper.status === 'none' || paper.score === null || paper.maxScore === null)
    return <span className={`${look} ${progress || failed ? '' : 'undecided'}`}>{t('start')}</span>
  const seal = progress?.seals.find((one) => one.on === progress.today)
  return (
    <span className="flex shrink-0 items-center gap-3">
      <span className="sr-only">{t('score', { score: paper.score, maxScore: paper.maxScore })}</span>
      <span aria-hidden="true" className="text-seal-text">
        <span className="font-semibold font-song text-heading">{paper.score}</span>
        <span className="text-small">/{paper.maxScore}</span>
      </span>
      {seal && (
        <span data-game="" className="inline-flex">
          <Seal on={seal.on} style={sealStyle(seal)} size={36} label="" />
        </span>
      )}
    </span>
  )
}

/** With everything answered and only the handing in left, the last question is where it goes on. */
function nextNumber({ answered, of }: Progress['papers'][number]): number {
  return Math.min(answered + 1, of ?? answered + 1)
}
