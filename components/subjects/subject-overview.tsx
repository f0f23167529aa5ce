import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { LevelCard, SubjectCard } from '@/components/exams/levels'
import { MarkingRules } from '@/components/exams/marking-rules'
import { PaperFacts } from '@/components/exams/paper-facts'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import { ChapterList } from './chapter-list'
import { MistakesLink, OpenDrills } from './more-practice'

type SubjectOverviewProps = {
  level: LevelCard
  subject: SubjectCard
  generations: readonly string[]
  locale: string
}

/** A subject: today's set, the paper, how it is marked, its chapters. */
export function SubjectOverview({ level, subject, generations, locale }: SubjectOverviewProps) {
  const t = useTranslations('subject')
  const { questions, points, limitSeconds } = subject.paper.daily
  const facts = t('todayFacts', { questions, points, minutes: Math.round(limitSeconds / 60) })
  const address = `/practice/${subject.slug}`
  return (
    // On phones the chapters come before the paper's facts: whoever comes to practise should not have to pass them.
    <div className="grid flex-1 grid-cols-1 content-start pb-16 lg:grid-cols-12 lg:grid-rows-[auto_1fr] lg:content-stretch lg:pb-0">
      <div className="lg:col-span-7 lg:border-rule lg:border-r lg:pr-10">
        <header className="pt-6 lg:pt-10">
          <p className="text-ink-3 text-meta">
            {level.title} {level.name}
          </p>
          <h1 className="font-song text-heading md:text-title">{subject.title}</h1>
          <p className="pt-1 text-ink-2 text-small">{t('todayLine', { facts })}</p>
          <div className="grid grid-cols-2 gap-3 pt-4 min-[30rem]:flex min-[30rem]:flex-wrap">
            <Link href={hrefIn(locale, `${address}/daily`)} className={buttonLook('filled')}>
              {t('today')}
            </Link>
            <Link href={hrefIn(locale, `${address}/custom`)} className={buttonLook('outlined')}>
              {t('another')}
            </Link>
            <MistakesLink subject={subject.slug} locale={locale} />
            <Link href={hrefIn(locale, `${address}/archive`)} className={buttonLook('outlined')}>
              {t('past')}
            </Link>
          </div>
        </header>
      </div>
      <div className="lg:col-span-5 lg:row-span-2 lg:pb-16 lg:pl-10">
        <OpenDrills subject={subject.slug} locale={locale} />
        <Part id="chapters" title={t('chapters')}>
          <ChapterList subject={subject.slug} locale={locale} generations={generations} />
        </Part>
      </div>
      <div className="lg:col-span-7 lg:border-rule lg:border-r lg:pr-10 lg:pb-16">
        <Part id="paper" title={t('paper')}>
          <PaperFacts subject={subject} level={level} locale={locale} />
        </Part>
        <Part id="marking" title={t('marking')}>
          <MarkingRules sections={subject.paper.sections} locale={locale} />
        </Part>
      </div>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="pt-10">
      <h2 id={id} className="scroll-mt-4 pb-3 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
