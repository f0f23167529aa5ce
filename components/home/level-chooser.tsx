'use client'

import { useTranslations } from 'next-intl'
import { chooseLevel } from '@/components/exams/level-choice'
import type { ExamCard, LevelCard } from '@/components/exams/levels'
import { AnswerBox } from '@/components/ui/answer-box'
import { todayHeadingId } from './exam-today'

/** The first visit: one question, and its answers as on an answer card. */
export function LevelChooser({ exams }: { exams: readonly ExamCard[] }) {
  const t = useTranslations('home')
  const choose = (level: LevelCard) => {
    chooseLevel(level.id)
    // The rows just pressed are gone: reading goes on where the day begins.
    document.getElementById(todayHeadingId(level.exam))?.focus()
    window.scrollTo(0, 0)
  }
  return exams.map((exam) => (
    <div key={exam.slug}>
      {exams.length > 1 && <h2 className="pt-6 pb-2 font-semibold text-body">{exam.title}</h2>}
      <ul className="border-rule border-t">
        {exam.levels.map((level) => (
          <li key={level.id} className="border-rule border-b">
            <button
              type="button"
              onClick={() => choose(level)}
              className="flex w-full gap-4 py-4 text-left active:bg-sunk md:-mx-4 md:w-[calc(100%+2rem)] md:px-4 md:hover:bg-sunk"
            >
              <AnswerBox sign={[...level.title][0] ?? ''} filled={false} className="mt-1" />
              <span className="grid gap-1">
                <span className="font-semibold">
                  {level.title} <span className="font-normal text-ink-2">{level.name}</span>
                </span>
                <span className="text-ink-2 text-small">
                  {level.subjects.map((subject) => subject.shortTitle).join(t('separator'))}
                </span>
                <span className="text-ink-3 text-meta">{level.passing}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  ))
}
