import { useTranslations } from 'next-intl'
import { TableDetails } from '@/components/charts/table-details'
import type { LevelCard, SubjectCard } from '@/components/exams/levels'
import { answersNeeded } from '@/domain/progress/interval'
import type { LevelProgress, Mastery } from '@/domain/progress/view'
import { ChapterBar } from './chapter-bar'
import { fullMarks } from './paper-scores'
import { HowCounted, Part } from './part'
import { useFigures } from './words'

/** How well each chapter is known, the weakest first, paper by paper. */
export function Chapters({ progress, card }: { progress: LevelProgress; card: LevelCard }) {
  const t = useTranslations('progress')
  const title = t('chapters')
  return (
    <Part id={`chapters-${progress.level}`} title={title} note={t('chaptersNote')}>
      <div className="grid grid-cols-1 gap-y-4 lg:grid-cols-2 lg:gap-x-16 [&>*]:min-w-0">
        {progress.subjects.map(({ subject, chapters }) => {
          const paper = card.subjects.find((one) => one.slug === subject)
          return paper && chapters.length > 0 && <PaperChapters key={subject} paper={paper} chapters={chapters} />
        })}
      </div>
      <HowCounted title={t('howCounted')}>
        <p>{t('accuracyRule', { count: answersNeeded })}</p>
        <p>{t('intervalRule')}</p>
      </HowCounted>
    </Part>
  )
}

function PaperChapters({ paper, chapters }: { paper: SubjectCard; chapters: readonly Mastery[] }) {
  const t = useTranslations('progress')
  const { percent, between } = useFigures()
  const mark = paper.paper.passMark / fullMarks(paper)
  return (
    <div>
      <h3 className="border-rule border-b pb-2 text-ink-3 text-meta">{paper.shortTitle}</h3>
      <ol>
        {chapters.map((chapter) => (
          <ChapterBar key={chapter.key} subject={paper.slug} chapter={chapter} mark={mark} />
        ))}
      </ol>
      <TableDetails
        caption={t('chaptersOf', { paper: paper.title })}
        heads={[t('chapter'), t('answers'), t('accuracy'), t('interval')]}
        rows={chapters.map(({ title, n, accuracy }) => [
          title === null ? t('other') : title,
          n,
          accuracy ? percent(accuracy.share) : t('tooFew'),
          accuracy ? between(accuracy.low, accuracy.high) : '—',
        ])}
      />
    </div>
  )
}
