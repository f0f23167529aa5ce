import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PrintButton } from '@/components/book/print-button'
import { drillPath } from '@/components/drill/scope'
import { Html } from '@/components/questions/html'
import { OwnRow } from '@/components/questions/own/own-row'
import { useOwnMarks } from '@/components/questions/own/use-own-marks'
import { useOwnSheets } from '@/components/questions/own/use-own-sheets'
import { SolvedQuestion } from '@/components/questions/solved-question'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { AttemptState } from '@/domain/attempts/view'
import type { QuestionToAnswer } from '@/domain/questions/view'
import type { Reading } from './queries'
import { ReadingName } from './reading-name'

/** All questions one after the other, keys marked, reasons open: quiet, and fit to be printed. */
export function ReadingList({ state, reading }: { state: AttemptState; reading: Reading }) {
  const t = useTranslations('recite')
  const locale = useLocale()
  const marks = useOwnMarks(state)
  const { open, sheets } = useOwnSheets(marks)
  const { subject, chapter, of } = reading
  const mode = of === 'mistakes' || of === 'favourites' ? of : 'chapter'
  const drill =
    of === 'daily' || (mode === 'chapter' && !chapter)
      ? null
      : drillPath({ mode, subject, ...(chapter && { chapter }) })
  return (
    <>
      <p className="text-ink-2 text-small">
        <ReadingName reading={reading} /> · {t('count', { count: state.questions.length })}
      </p>
      <p className="pt-1 text-ink-3 text-meta print:hidden">{t('note')}</p>
      <div className="flex flex-wrap gap-3 py-4 print:hidden">
        {drill && (
          <Link href={hrefIn(locale, drill)} prefetch={false} className={buttonLook('outlined')}>
            {t('practise')}
          </Link>
        )}
        <PrintButton />
      </div>
      <ol className="border-rule border-t">
        {state.questions.map((question, index) => (
          <ReadQuestion
            key={question.id}
            {...{ question, state, number: index + 1 }}
            isFollowing={question.material?.id === state.questions[index - 1]?.material?.id}
          >
            <OwnRow
              star
              question={question.id}
              marks={marks}
              onOpen={(kind) => open({ kind, question: question.id })}
            />
          </ReadQuestion>
        ))}
      </ol>
      <div className="sticky bottom-14 bg-paper md:bottom-0 print:hidden">{sheets}</div>
    </>
  )
}

type ReadQuestionProps = {
  question: QuestionToAnswer
  state: AttemptState
  number: number
  /** It belongs to the same case as the one before, which need not be told again. */
  isFollowing: boolean
  children: ReactNode
}

function ReadQuestion({ question, state, number, isFollowing, children }: ReadQuestionProps) {
  const t = useTranslations('recite')
  const types = useTranslations('subject.types')
  const solution = state.answers.find((one) => one.questionId === question.id)?.feedback
  return (
    <li className="border-rule border-b py-6">
      <h2 className="text-ink-2 text-small">
        {t('number', { number })} · {types(question.type)}
      </h2>
      {question.material && !isFollowing && (
        <Html html={question.material.html} className="prose-case pt-2 text-ink-2 text-small" />
      )}
      <Html id={`stem-${question.id}`} html={question.stem.html} className="pt-2 pb-4 text-stem" />
      {solution && <SolvedQuestion {...{ question, solution }} labelledBy={`stem-${question.id}`} />}
      {children}
    </li>
  )
}
