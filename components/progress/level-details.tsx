import type { LevelCard } from '@/components/exams/levels'
import type { LevelProgress } from '@/domain/progress/view'
import { Chapters } from './chapters'
import { LostPoints } from './lost-points'
import { PaceRows } from './pace-rows'
import { PaperScores } from './paper-scores'
import { ScoreTrend } from './score-trend'

const pair = 'grid grid-cols-1 lg:grid-cols-2 lg:gap-x-16 [&>*]:min-w-0'

/** The papers of a level and their last weeks, their chapters, and where points and time are lost. */
export function LevelDetails({ progress, card }: { progress: LevelProgress; card: LevelCard }) {
  if (!progress.begun) return <PaperScores progress={progress} card={card} />
  return (
    <>
      <div className={pair}>
        <PaperScores progress={progress} card={card} />
        <ScoreTrend progress={progress} card={card} />
      </div>
      <Chapters progress={progress} card={card} />
      <div className={pair}>
        <LostPoints progress={progress} card={card} />
        <PaceRows progress={progress} card={card} />
      </div>
    </>
  )
}
