import type { LevelCard } from '@/components/exams/levels'
import type { LevelProgress } from '@/domain/progress/view'
import { ChapterNotes, Chapters } from '../chapters'
import { LostPoints } from '../lost-points'
import { PaceRows } from '../pace-rows'
import { PaperScores } from '../paper-scores'
import { ScoreTrend } from '../score-trend'

type LevelDetailsProps = { progress: LevelProgress; card: LevelCard }

/** The papers of a level and their last weeks, their chapters, and where points and time are lost. */
export function LevelDetails({ progress, card }: LevelDetailsProps) {
  if (!progress.begun) return <PaperScores progress={progress} card={card} />
  const papers = progress.subjects.flatMap(({ subject, chapters }) => {
    const paper = card.subjects.find((one) => one.slug === subject)
    return paper && chapters.length > 0 ? [<Chapters key={subject} paper={paper} chapters={chapters} />] : []
  })
  return (
    // On phones the chapters come before where points and time are lost; wide, they have a column of their own.
    <div className="grid grid-cols-1 pb-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr] [&>*]:min-w-0">
      <div className="lg:border-rule lg:border-r lg:pr-10">
        <PaperScores progress={progress} card={card} />
        <ScoreTrend progress={progress} card={card} />
      </div>
      <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:pl-10">
        {papers}
        <ChapterNotes />
      </div>
      <div className="lg:border-rule lg:border-r lg:pr-10">
        <LostPoints progress={progress} card={card} />
        <PaceRows progress={progress} card={card} />
      </div>
    </div>
  )
}
