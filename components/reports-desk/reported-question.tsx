import { useTranslations } from 'next-intl'
import { Html } from '@/components/questions/html'
import { SolvedQuestion } from '@/components/questions/solved-question'
import type { DeskReport } from './queries'

/** The question as its reporter had seen it, with the key and all that is told after the answer. */
export function ReportedQuestion({ report: { id, question, solution } }: { report: DeskReport }) {
  const t = useTranslations('desk')
  const stem = `stem-${id}`
  return (
    <div className="min-w-0">
      <h2 className="sr-only">{t('question', { id: question.id })}</h2>
      {question.material && <Html html={question.material.html} className="prose-case mb-3 text-ink-2 text-small" />}
      <Html id={stem} html={question.stem.html} className="mb-4 text-body" />
      <SolvedQuestion question={question} solution={solution} labelledBy={stem} />
    </div>
  )
}
