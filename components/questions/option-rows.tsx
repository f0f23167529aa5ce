import { useTranslations } from 'next-intl'
import { PenMark } from '@/components/marks/pen-mark'
import { AnswerBox } from '@/components/ui/answer-box'
import type { QuestionToAnswer, Solution } from '@/domain/questions/view'
import { markOf, type RowMark } from './row-marks'

type OptionRowsProps = {
  question: Pick<QuestionToAnswer, 'id' | 'type' | 'options'>
  /** Id of the element that holds the question's words. */
  labelledBy: string
  chosen: readonly string[]
  /** What is told of it once it may be told. */
  feedback: Solution | null
  /** Without it the rows can only be read. */
  onChoose?: (choices: string[]) => void
}

/** Options as ruled rows: a box of the answer card and the text; once marked, the pen and a reason under each. */
export function OptionRows({ question, labelledBy, chosen, feedback, onChoose }: OptionRowsProps) {
  const multiple = question.type === 'multiple'
  const group = { role: multiple ? 'group' : 'radiogroup', 'aria-labelledby': labelledBy }
  const choose = (id: string) => {
    if (!multiple) return onChoose?.([id])
    const others = chosen.filter((one) => one !== id)
    return onChoose?.(others.length < chosen.length ? others : [...chosen, id].sort())
  }
  return (
    <div {...group} className="border-rule border-y">
      {question.options.map((option) => (
        <OptionRow
          key={option.id}
          name={question.id}
          multiple={multiple}
          option={option}
          chosen={chosen.includes(option.id)}
          mark={feedback && markOf(option.id, chosen, feedback, multiple)}
          reason={feedback?.options.find((one) => one.id === option.id)?.explanation.html ?? ''}
          onChoose={onChoose && (() => choose(option.id))}
        />
      ))}
    </div>
  )
}

type OptionRowProps = {
  name: string
  multiple: boolean
  option: { id: string; html: string }
  chosen: boolean
  mark: RowMark | null
  reason: string
  onChoose: (() => void) | undefined
}

function OptionRow({ name, multiple, option, chosen, mark, reason, onChoose }: OptionRowProps) {
  return (
    <div className={`group/row -mx-4 px-4 ${mark?.wash ?? ''}`}>
      <div className="border-rule border-t group-first/row:border-t-0">
        <label
          className={`-mx-4 grid min-h-13 grid-cols-[2.25rem_1fr] gap-x-4 px-4 py-[11px] has-focus-visible:outline-2 has-focus-visible:outline-deed has-focus-visible:-outline-offset-2 ${onChoose ? 'cursor-pointer active:bg-sunk' : ''}`}
        >
          <input
            type={multiple ? 'checkbox' : 'radio'}
            name={name}
            className="sr-only"
            checked={chosen}
            disabled={!onChoose}
            onChange={() => onChoose?.()}
          />
          <AnswerBox sign={option.id} filled={chosen} className="mt-1" />
          <span>
            <span className="sr-only">{option.id} </span>
            <span lang="zh-CN" dangerouslySetInnerHTML={{ __html: option.html }} />
          </span>
        </label>
        {mark && (mark.word || reason) && <Reason mark={mark} html={reason} />}
      </div>
    </div>
  )
}

function Reason({ mark, html }: { mark: RowMark; html: string }) {
  const t = useTranslations('question')
  return (
    <div className="-mt-1 pb-3 pl-13 text-ink-2 text-small">
      {mark.word && (
        <span className={`mr-2 whitespace-nowrap font-semibold ${mark.ink}`}>
          <PenMark verdict={mark.pen} size={18} className="mr-1 inline-block align-[-3px]" />
          {t(mark.word)}
        </span>
      )}
      <span lang="zh-CN" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}
