import { useTranslations } from 'next-intl'
import type { Answer, SelfMark } from '@/domain/attempts/input'
import type { Feedback } from '@/domain/attempts/view'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { FeedbackPanel, Part } from './feedback-panel'
import { Html } from './html'
import { OptionRows } from './option-rows'
import { SelfMarking } from './self-marking'
import { BlankInputs, NumberInput } from './text-inputs'

type AnsweredQuestionProps = {
  question: QuestionToAnswer
  labelledBy: string
  answer: Answer | null
  feedback: Feedback
  selfMarks: readonly SelfMark[] | null
  onSelfMark?: (marks: SelfMark[]) => void
}

/** What stands under the stem once a question has been marked: in the player, and on the result page. */
export function AnsweredQuestion(props: AnsweredQuestionProps) {
  const { question, labelledBy, answer, feedback, selfMarks, onSelfMark } = props
  return (
    <>
      {question.options.length > 0 && (
        <OptionRows
          question={question}
          labelledBy={labelledBy}
          chosen={answer && 'choices' in answer ? answer.choices : []}
          feedback={feedback}
        />
      )}
      {answer && 'blanks' in answer && <BlankInputs values={answer.blanks} count={answer.blanks.length} />}
      {answer && 'value' in answer && <NumberInput values={[String(answer.value)]} />}
      <FeedbackPanel number={question.number} answer={answer} feedback={feedback}>
        {question.type === 'essay' && (
          <EssayMarking answer={answer} feedback={feedback} selfMarks={selfMarks} onSelfMark={onSelfMark} />
        )}
      </FeedbackPanel>
    </>
  )
}

type EssayMarkingProps = Pick<AnsweredQuestionProps, 'answer' | 'feedback' | 'selfMarks'> & {
  onSelfMark: ((marks: SelfMark[]) => void) | undefined
}

function EssayMarking({ answer, feedback, selfMarks, onSelfMark }: EssayMarkingProps) {
  const t = useTranslations('question')
  const written = answer && 'text' in answer ? answer.text : null
  return (
    <>
      {written && (
        <Part title={t('yourText')} long>
          <p className="whitespace-pre-wrap">{written}</p>
        </Part>
      )}
      {feedback.modelAnswer && (
        <Part title={t('modelAnswer')} long>
          <Html html={feedback.modelAnswer.html} />
        </Part>
      )}
      {feedback.markingPoints && (
        <SelfMarking
          points={feedback.markingPoints}
          marks={selfMarks}
          {...(written && onSelfMark && { onMark: onSelfMark })}
        />
      )}
    </>
  )
}
