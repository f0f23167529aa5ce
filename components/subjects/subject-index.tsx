import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ExamCard, LevelCard, SubjectCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'

/** Everything there is to practise: exams, levels, subjects. */
export function SubjectIndex({ exams, locale }: { exams: readonly ExamCard[]; locale: string }) {
  const t = useTranslations('practice')
  return (
    <div className="mx-auto w-full max-w-[46rem] pt-6 pb-16 lg:pt-10">
      <h1 className="font-song text-heading md:text-title">{t('title')}</h1>
      <p className="pt-2 text-ink-2 text-small">{t('lead')}</p>
      {exams.map((exam) => (
        <div key={exam.slug}>
          {exams.length > 1 && <p className="pt-10 font-semibold">{exam.title}</p>}
          {exam.levels.map((level) => (
            <LevelSubjects key={level.id} level={level} locale={locale} />
          ))}
        </div>
      ))}
    </div>
  )
}

function LevelSubjects({ level, locale }: { level: LevelCard; locale: string }) {
  return (
    <section className="pt-10" aria-labelledby={level.id}>
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
        <h2 id={level.id} className="font-semibold">
          {level.title} <span className="font-normal text-ink-2">{level.name}</span>
        </h2>
        <p className="text-ink-3 text-meta">{level.passing}</p>
      </div>
      <ul className="border-rule border-t">
        {level.subjects.map((subject) => (
          <SubjectRow key={subject.slug} subject={subject} locale={locale} />
        ))}
      </ul>
    </section>
  )
}

function SubjectRow({ subject, locale }: { subject: SubjectCard; locale: string }) {
  const t = useTranslations('practice')
  const { sections, limitSeconds } = subject.paper
  const questions = sections.reduce((sum, section) => sum + section.count, 0)
  const points = sections.reduce((sum, section) => sum + section.count * section.points, 0)
  const address = `/practice/${subject.slug}`
  return (
    <li className="flex items-center gap-x-4 border-rule border-b">
      <Link
        href={hrefIn(locale, address)}
        className="-ml-4 grid min-h-18 min-w-0 flex-1 content-center py-3 pl-4 active:bg-sunk md:hover:bg-sunk"
      >
        <span>{subject.title}</span>
        <span className="text-ink-3 text-meta">
          {t('paper', { questions, minutes: Math.round(limitSeconds / 60), points })}
        </span>
      </Link>
      <Link
        href={hrefIn(locale, `${address}/daily`)}
        prefetch={false}
        aria-label={`${t('today')} ${subject.title}`}
        className={buttonLook('outlined', 'shrink-0', 'small')}
      >
        {t('today')}
      </Link>
    </li>
  )
}
