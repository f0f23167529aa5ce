import { useTranslations } from 'next-intl'
import type { Answer } from '@/domain/attempts/input'
import type { QuestionToAnswer, Solution } from '@/domain/questions/view'
import { acceptedIn, Part, SolutionParts } from './feedback-panel'
import { Html } from './html'
import { OptionRows } from './option-rows'

type SolvedQuestionProps = {
  question: QuestionToAnswer
  solution: Solution
  /** What was answered last, if the question is looked back at. */
  answer?: Answer | null
  /** Id of the element that holds the question's words. */
  labelledBy: string
}

/** A question with its key, reasons and sources, to be read: in 背题, and in the lists of what one has done. */
export function SolvedQuestion({ question, solution, answer = null, labelledBy }: SolvedQuestionProps) {
  const t = useTranslations('question')
  const accepted = acceptedIn(solution)
  return (
    <>
      {question.options.length > 0 && (
        <OptionRows
          question={question}
          labelledBy={labelledBy}
          chosen={answer && 'choices' in answer ? answer.choices : []}
          feedback={solution}
        />
      )}
      <div className="mt-4 grid gap-4 text-small">
        <h3 className="sr-only">{t('solution')}</h3>
        {answer && 'giveUp' in answer && <p className="text-ink-2">{t('lastGaveUp')}</p>}
        {answer && 'blanks' in answer && <p>{t('lastAnswer', { answer: answer.blanks.join('；') })}</p>}
        {answer && 'value' in answer && <p>{t('lastAnswer', { answer: String(answer.value) })}</p>}
        {accepted && <p>{t('accepted', { answer: accepted })}</p>}
        {answer && 'text' in answer && (
          <Part title={t('yourText')} long>
            <p className="whitespace-pre-wrap">{answer.text}</p>
          </Part>
        )}
        {solution.modelAnswer && (
          <Part title={t('modelAnswer')} long>
            <Html html={solution.modelAnswer.html} />
          </Part>
        )}
        {solution.markingPoints && <MarkingPoints points={solution.markingPoints} />}
        <SolutionParts solution={solution} />
      </div>
    </>
  )
}

function MarkingPoints({ points }: { points: NonNullable<Solution['markingPoints']> }) {
  const t = useTranslations('question')
  return (
    <Part title={t('markingPoints')} long>
      <ol className="list-decimal pl-5" lang="zh-CN">
        {points.map((point) => (
          <li key={point.id}>
            {point.text} <span className="text-ink-2">{t('worth', { points: point.points })}</span>
          </li>
        ))}
      </ol>
    </Part>
  )
}
