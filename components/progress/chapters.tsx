import { useTranslations } from 'next-intl'
import { TableDetails } from '@/components/charts/table-details'
import type { SubjectCard } from '@/components/exams/levels'
import { answersNeeded } from '@/domain/progress/interval'
import type { Mastery } from '@/domain/progress/view'
import { ChapterBar } from './chapter-bar'
import { fullMarks } from './paper-scores'
import { HowCounted, Part } from './part'
import { useFigures } from './words'

/** How well each chapter of a paper is known, the weakest first. */
export function Chapters({ paper, chapters }: { paper: SubjectCard; chapters: readonly Mastery[] }) {
  const t = useTranslations('progress')
  const { percent, between } = useFigures()
  const mark = paper.paper.passMark / fullMarks(paper)
  return (
    <Part id={`chapters-${paper.slug}`} title={t('chapters', { paper: paper.shortTitle })} note={t('chaptersNote')}>
      <ol className="border-rule border-t">
        {chapters.map((chapter) => (
          <ChapterBar key={chapter.key} subject={paper.slug} chapter={chapter} mark={mark} />
        ))}
      </ol>
      <TableDetails
        caption={t('chapters', { paper: paper.title })}
        heads={[t('chapter'), t('answers'), t('accuracy'), t('interval')]}
        rows={chapters.map(({ title, n, accuracy }) => [
          title === null ? t('other') : title,
          n,
          accuracy ? percent(accuracy.share) : t('tooFew'),
          accuracy ? between(accuracy.low, accuracy.high) : '—',
        ])}
      />
    </Part>
  )
}

/** How the figures of the chapters come about. */
export function ChapterNotes() {
  const t = useTranslations('progress')
  return (
    <HowCounted title={t('chaptersHow')}>
      <p>{t('accuracyRule', { count: answersNeeded })}</p>
      <p>{t('intervalRule')}</p>
    </HowCounted>
  )
}
