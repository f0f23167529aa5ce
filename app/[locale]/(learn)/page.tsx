import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { progressPath } from '@/components/check-ins/queries'
import { levelStyles } from '@/components/exams/level-parts'
import { examCards } from '@/components/exams/levels'
import { ExamToday } from '@/components/home/exam-today'
import { LevelChooser } from '@/components/home/level-chooser'
import { LevelMenu } from '@/components/home/level-menu'
import { Welcome } from '@/components/home/welcome'
import { PageFrame } from '@/components/shell/page-frame'
import { pageMetadata } from '@/components/shell/page-metadata'
import { Preload } from '@/components/shell/preload'
import { Words } from '@/components/shell/words'
import { listExamFiles } from '@/lib/content'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale })
  const exams = examTitles(locale)
  return pageMetadata({ locale, path: '/', siteName: t('site.name'), description: t('home.description', { exams }) })
}

function examTitles(locale: string): string {
  return new Intl.ListFormat(locale).format(examCards(listExamFiles(), locale).map((exam) => exam.title))
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const exams = examCards(listExamFiles(), locale)
  const levels = exams.flatMap((exam) => exam.levels)
  const styles = levelStyles(
    levels.map((level) => level.id),
    exams.map((exam) => exam.slug),
  )
  return (
    // Around the frame too: the menu of levels in its bar speaks the words of home.
    <Words spaces={['home', 'calendar']}>
      <PageFrame locale={locale} path="/" place="today" menu={<LevelMenu levels={levels} />}>
        {exams.map((exam) => (
          <Preload key={exam.slug} path={progressPath(exam.slug)} />
        ))}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
        <Welcome>
          <LevelChooser exams={exams} />
        </Welcome>
        {exams.map((exam) => (
          <ExamToday key={exam.slug} exam={exam} locale={locale} />
        ))}
      </PageFrame>
    </Words>
  )
}
