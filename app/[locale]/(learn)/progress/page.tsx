import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { levelStyles } from '@/components/exams/level-parts'
import { type ExamCard, examCards } from '@/components/exams/levels'
import { LevelChooser } from '@/components/home/level-chooser'
import { LevelMenu } from '@/components/home/level-menu'
import { History } from '@/components/progress/history/history'
import type { Named } from '@/components/progress/history/history-row'
import { ProgressView } from '@/components/progress/progress-view'
import { historyAtFirst } from '@/components/progress/queries'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'
import { listAttempts } from '@/domain/attempts/history-queries'
import { listExams } from '@/domain/exams/queries'
import { chaptersOf } from '@/domain/progress/mastery'
import { findChoices, getOverview } from '@/domain/progress/overview-queries'
import { levelAsked } from '@/domain/progress/scope'
import { findUser } from '@/lib/session'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// The layout above knows all its locales at build time; this page knows nobody.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'progress' })
  return { title: t('metaTitle'), robots: { index: false, follow: false } }
}

/** What the history's rows call things. */
function namesIn(cards: readonly ExamCard[], exams: Awaited<ReturnType<typeof listExams>>): Named {
  const levels = cards.flatMap((card) => card.levels)
  const subjects = levels.flatMap((level) =>
    level.subjects.map((one) => [one.slug, `${level.title} ${one.shortTitle}`] as const),
  )
  // Of a chapter that several generations of the syllabus have, the newest name stands.
  const chapters = exams.flatMap((exam) =>
    exam.syllabuses.flatMap(({ generation }) =>
      exam.subjects.flatMap(({ slug }) =>
        chaptersOf(exam, generation, slug).map(({ key, title }) => [`${slug}/${key}`, title] as const),
      ),
    ),
  )
  return {
    subjects: Object.fromEntries(subjects),
    chapters: Object.fromEntries(chapters),
    zones: Object.fromEntries(exams.map((exam) => [exam.slug, exam.timeZone])),
  }
}

export default async function ProgressPage({ params, searchParams }: Props) {
  const [{ locale }, { level }] = await Promise.all([params, searchParams])
  setRequestLocale(locale)
  const t = await getTranslations('progress')
  const user = await findUser(await headers())
  const exams = await listExams()
  const asked = levelAsked(
    exams,
    typeof level === 'string' ? level : undefined,
    (await findChoices(user?.id ?? null)).goal,
  )
  if (asked === 'unknown') notFound()
  const cards = examCards(exams, locale)
  const shown = asked ? cards.filter((card) => card.slug === asked.exam) : cards
  const now = new Date()
  const overviews = await Promise.all(
    shown.map(({ slug }) => getOverview(user?.id ?? null, { exam: slug, level: asked?.level }, now)),
  )
  const history = user && (await listAttempts(user.id, { limit: historyAtFirst }))
  const levels = cards.flatMap((card) => card.levels)
  const styles = levelStyles(
    levels.map((one) => one.id),
    cards.map((card) => card.slug),
  )
  return (
    <Words spaces={['progress', 'home']}>
      <PageFrame
        locale={locale}
        path="/progress"
        place="progress"
        menu={asked ? undefined : <LevelMenu levels={levels} />}
      >
        {!asked && <style dangerouslySetInnerHTML={{ __html: styles }} />}
        <div className="flex-1 pb-16">
          <h1 className="sr-only">{t('title')}</h1>
          {!asked && (
            <div data-for-level="none" className="max-w-[42rem] pt-6 lg:pt-10">
              <p className="pt-1 pb-6 font-song text-heading md:text-title">{t('chooseLevel')}</p>
              <LevelChooser exams={cards} />
            </div>
          )}
          {overviews.map((overview, index) => {
            const exam = shown[index]
            return exam && <ProgressView key={exam.slug} initial={overview} exam={exam} level={asked?.level ?? null} />
          })}
          {history && history.items.length > 0 && <History initial={history} named={namesIn(cards, exams)} />}
        </div>
      </PageFrame>
    </Words>
  )
}
