import { useTranslations } from 'next-intl'
import type { Draft } from '@/components/attempts/drafts'
import { AnsweredQuestion } from '@/components/questions/answered-question'
import { Html } from '@/components/questions/html'
import { OptionRows } from '@/components/questions/option-rows'
import { BlankInputs, EssayInput, NumberInput } from '@/components/questions/text-inputs'
import type { SelfMark } from '@/domain/attempts/input'
import type { PlayerItem } from '../grid/items'

type QuestionBodyProps = {
  item: PlayerItem
  draft: Draft
  /** Absent while nothing may be changed. */
  onDraft: ((part: Partial<Draft>) => void) | undefined
  onSelfMark: (marks: SelfMark[]) => void
  /** It was handed in, and its verdict will be a while. */
  deferred: boolean
}

/** Stem and whatever the type asks for; after the verdict the same place carries the marks. */
export function QuestionBody({ item, draft, onDraft, onSelfMark, deferred }: QuestionBodyProps) {
  const t = useTranslations('player')
  const { question, feedback, answer, selfMarks } = item
  return (
    <>
      <Html id="stem" html={question.stem.html} className="mt-2 mb-5 text-stem md:text-stem-wide" />
      {item.state === 'withdrawn' && <p className="border-rule border-t py-3 text-part">{t('withdrawn')}</p>}
      {feedback ? (
        <AnsweredQuestion {...{ question, feedback, answer, selfMarks, onSelfMark }} labelledBy="stem" />
      ) : (
        (item.state !== 'withdrawn' || question.options.length > 0) && (
          <Inputs item={item} draft={draft} onDraft={onDraft} />
        )
      )}
      {deferred && <p className="mt-4 text-ink-2 text-small">{t('deferred')}</p>}
    </>
  )
}

type InputsProps = Pick<QuestionBodyProps, 'item' | 'draft' | 'onDraft'>

function Inputs({ item: { question, answer }, draft, onDraft }: InputsProps) {
  const t = useTranslations('player')
  const gaveUp = answer !== null && 'giveUp' in answer
  if (gaveUp && !onDraft) return <p className="border-rule border-y py-3">{t('gaveUp')}</p>
  const writing = onDraft && { onChange: (blanks: string[]) => onDraft({ blanks }) }
  switch (question.type) {
    case 'fill':
      return <BlankInputs values={draft.blanks} count={question.blanks ?? 1} {...writing} />
    case 'numeric':
      return <NumberInput values={draft.blanks} {...writing} />
    case 'essay':
      return <EssayInput value={draft.text} {...(onDraft && { onChange: (text: string) => onDraft({ text }) })} />
    default:
      return (
        <OptionRows
          question={question}
          labelledBy="stem"
          chosen={draft.choices}
          feedback={null}
          {...(onDraft && { onChoose: (choices: string[]) => onDraft({ choices }) })}
        />
      )
  }
}
