import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { LevelCard, SubjectCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'

type Related = { level: LevelCard; subject: SubjectCard }

/** What was read is tried at once: today's set of each of its subjects. */
export function RelatedPractice({ subjects, locale }: { subjects: readonly Related[]; locale: string }) {
  const t = useTranslations('resources')
  if (subjects.length === 0) return null
  return (
    <section aria-labelledby="practice" className="pt-10 print:hidden">
      <h2 id="practice" className="pb-2 font-semibold">
        {t('practice')}
      </h2>
      <ul className="border-rule border-t">
        {subjects.map(({ level, subject }) => (
          <li key={subject.slug} className="border-rule border-b">
            <Link
              href={hrefIn(locale, `/practice/${subject.slug}/daily`)}
              prefetch={false}
              className="-mx-4 flex min-h-13 items-center justify-between gap-4 px-4 py-2 text-small active:bg-sunk md:mx-0 md:px-0 md:hover:bg-sunk"
            >
              <span>
                <span className="block text-ink-3 text-meta">{`${level.title} ${subject.shortTitle}`}</span>
                {t('today', { questions: subject.paper.daily.questions })}
              </span>
              <span aria-hidden="true" className="text-ink-3">
                →
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
