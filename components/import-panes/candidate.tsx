import { useTranslations } from 'next-intl'
import { Html } from '@/components/questions/html'
import { OptionRows } from '@/components/questions/option-rows'
import { SolvedQuestion } from '@/components/questions/solved-question'
import { BlankInputs, EssayInput, NumberInput } from '@/components/questions/text-inputs'
import { AnswerBox } from '@/components/ui/answer-box'
import { letterAt } from '@/domain/formats/draft'
import type { ItemView } from '@/domain/imports/output'
import type { QuestionToAnswer } from '@/domain/questions/view'

export type Side = 'before' | 'after'

/** The question as its candidates will see it, before the answer and after. */
export function Candidate({ item, side }: { item: ItemView; side: Side }) {
  const t = useTranslations('imports')
  const { question, solution, draft, position } = item
  if (!question || !solution) return <NotYet item={item} />
  const whole: QuestionToAnswer = { ...question, number: 1 }
  const stem = `stem-${position}`
  return (
    <div className="min-w-0">
      <p className="pb-2 text-ink-2 text-small">
        {t(`type.${question.type}`)}
        {draft.points !== null && ` · ${t('points', { points: draft.points })}`}
      </p>
      {question.material && <Html html={question.material.html} className="prose-case mb-3 text-ink-2 text-small" />}
      <Html id={stem} html={question.stem.html} className="mb-4 text-stem" />
      {side === 'after' ? (
        <SolvedQuestion question={whole} solution={solution} labelledBy={stem} />
      ) : (
        <Unanswered question={whole} stem={stem} />
      )}
    </div>
  )
}

function Unanswered({ question, stem }: { question: QuestionToAnswer; stem: string }) {
  if (question.type === 'fill') return <BlankInputs values={[]} count={question.blanks ?? 1} />
  if (question.type === 'numeric') return <NumberInput values={[]} />
  if (question.type === 'essay') return <EssayInput value="" />
  return <OptionRows question={question} labelledBy={stem} chosen={[]} feedback={null} />
}

/** What an error keeps out has no candidate's view; its texts are shown as they were read. */
function NotYet({ item: { draft } }: { item: ItemView }) {
  const t = useTranslations('imports')
  return (
    <div className="min-w-0">
      <p className="border-part border-l-2 pb-1 pl-2.5 text-small">{t('notYet')}</p>
      <p lang="zh-CN" className="whitespace-pre-wrap break-words pt-3 text-ink-2 text-stem">
        {draft.stem || t('noStem')}
      </p>
      {draft.options.length > 0 && (
        <ol className="mt-3 border-rule border-y">
          {draft.options.map(({ text }, index) => (
            <li
              key={letterAt(index)}
              className="grid grid-cols-[2.25rem_1fr] gap-x-4 border-rule border-t py-2.5 first:border-t-0"
            >
              <AnswerBox sign={letterAt(index)} filled={false} className="mt-1" />
              <span lang="zh-CN" className="break-words text-ink-2">
                <span className="sr-only">{letterAt(index)} </span>
                {text}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
