import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { PenMark } from '@/components/marks/pen-mark'
import { AnsweredQuestion } from '@/components/questions/answered-question'
import { Html } from '@/components/questions/html'
import { OwnRow } from '@/components/questions/own/own-row'
import { type OwnMarks, useOwnMarks } from '@/components/questions/own/use-own-marks'
import { useOwnSheets } from '@/components/questions/own/use-own-sheets'
import { Chevron } from '@/components/ui/chevron'
import type { AnswerState, AttemptState, Feedback } from '@/domain/attempts/view'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { worstFirst } from './pace'

type Row = { question: QuestionToAnswer; given: AnswerState; feedback: Feedback }

/** The questions, wrong ones first; each opens in place, with the same marks and words as in the player. */
export function QuestionRows({ state }: { state: AttemptState }) {
  const t = useTranslations('result')
  const rows = state.questions.flatMap((question): Row[] => {
    const given = state.answers.find((one) => one.questionId === question.id)
    return given?.feedback ? [{ question, given, feedback: given.feedback }] : []
  })
  const sorted = rows.sort((a, b) => worstFirst(judged(a), judged(b)))
  const marks = useOwnMarks(state)
  const { open, sheets } = useOwnSheets(marks)
  return (
    <section className="mt-8" aria-labelledby="questions">
      <h2 id="questions" className="border-rule border-b pb-2 text-ink-2 text-small">
        {t('questions')}
      </h2>
      {sorted.map((row) => (
        <QuestionRow
          key={row.question.id}
          {...row}
          marks={marks}
          onOwn={(kind) => open({ kind, question: row.question.id })}
        />
      ))}
      <div className="sticky bottom-14 bg-paper md:bottom-0">{sheets}</div>
    </section>
  )
}

const judged = ({ question, feedback }: Row) => ({
  number: question.number,
  verdict: feedback.verdict,
  withdrawn: question.withdrawn === true,
})

type QuestionRowProps = Row & { marks: OwnMarks; onOwn: (kind: 'note' | 'report') => void }

function QuestionRow({ question, given, feedback, marks, onOwn }: QuestionRowProps) {
  // What is closed is not drawn: eight questions with all their reasons are a long page.
  const [opened, setOpened] = useState(false)
  return (
    <details className="group border-rule border-b" onToggle={() => setOpened(true)}>
      <Summary question={question} feedback={feedback} />
      {opened && (
        <div className="pb-6">
          {question.material && (
            <Html html={question.material.html} className="prose-case mb-3 text-ink-2 text-small" />
          )}
          <Html id={`stem-${question.id}`} html={question.stem.html} className="mt-1 mb-4 text-body" />
          <AnsweredQuestion
            {...{ question, feedback }}
            answer={given.answer}
            selfMarks={feedback.selfMarks}
            labelledBy={`stem-${question.id}`}
          />
          <OwnRow star question={question.id} marks={marks} onOpen={onOwn} />
        </div>
      )}
    </details>
  )
}

function Summary({ question, feedback }: Pick<Row, 'question' | 'feedback'>) {
  const t = useTranslations()
  const format = useFormatter()
  const { verdict } = feedback
  const marked = verdict === 'right' || verdict === 'partial' || verdict === 'wrong'
  const word = question.withdrawn ? t('result.withdrawnWord') : t(`question.verdict.${verdict}`)
  const points = { score: format.number(feedback.score), maxScore: format.number(feedback.maxScore) }
  return (
    <summary className="grid min-h-13 cursor-pointer list-none grid-cols-[auto_auto_1fr_auto_auto] items-center gap-x-3 py-2 text-small active:bg-sunk [&::-webkit-details-marker]:hidden">
      <span className="w-4 text-ink-2">
        <span className="sr-only">{t('result.number', { number: question.number })}</span>
        <span aria-hidden="true">{question.number}</span>
      </span>
      <span className="w-6">{marked && !question.withdrawn && <PenMark verdict={verdict} size={22} />}</span>
      <span className="min-w-0">
        <span className="text-ink-2">{word}</span>
        <span lang="zh-CN" className="ml-2">
          {feedback.topics.join('、')}
        </span>
      </span>
      <span className="text-ink-2">{!question.withdrawn && t('result.points', points)}</span>
      <Chevron />
    </summary>
  )
}
