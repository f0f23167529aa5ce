import { type ReactNode, useRef } from 'react'
import { Material } from '@/components/questions/material'
import { OwnRow } from '@/components/questions/own/own-row'
import type { OwnMarks } from '@/components/questions/own/use-own-marks'
import { ActionBar } from '../action-bar'
import type { PlayerItem } from '../grid/items'
import { StatusLine } from '../status-line'
import type { Sheet, useActions } from '../use-actions'
import type { PlayedAttempt } from '../use-attempt'
import { QuestionBody } from './question-body'
import { QuestionLine } from './question-line'
import { useMaterial } from './use-material'

type PlayedQuestionProps = {
  attempt: PlayedAttempt
  item: PlayerItem
  index: number
  actions: ReturnType<typeof useActions>
  marks: OwnMarks
  onSheet: (sheet: Sheet) => void
  onOwn: (kind: 'note' | 'report') => void
  /** What is to be said above the buttons, beside what the sender says. */
  children: ReactNode
}

/** The question on show with its line above and the bar of buttons below. */
export function PlayedQuestion({
  attempt,
  item,
  index,
  actions,
  marks,
  onSheet,
  onOwn,
  children,
}: PlayedQuestionProps) {
  const { id, items, sender, pending, notice, dismiss } = attempt
  const { question, feedback, flagged } = item
  const { heading, flag, star, hand, selfMark, open, deferred, enabled, primary, atEnd, button } = actions
  const material = useMaterial(question, index)
  const byPointer = useRef(false)
  const by = (pointer: boolean) => () => {
    byPointer.current = pointer
  }
  return (
    <div className="flex min-w-0 flex-col lg:min-h-[calc(100dvh-3rem)]">
      <div className="flex-1 pb-28 lg:pb-8" onPointerDownCapture={by(true)} onKeyDownCapture={by(false)}>
        <QuestionLine
          {...{ heading, question, flagged }}
          of={items.length}
          onFlag={flag}
          starred={marks.isStarred(question.id)}
          onStar={star}
          onMenu={() => onSheet('menu')}
        />
        {question.material && (
          <Material html={question.material.html} open={material.open} onToggle={material.toggle} />
        )}
        <QuestionBody
          item={item}
          draft={actions.draft}
          onDraft={open && id ? (part) => actions.write(part, byPointer.current) : undefined}
          onSelfMark={selfMark}
          deferred={deferred}
        />
        {feedback && <OwnRow question={question.id} marks={marks} onOpen={onOwn} />}
      </div>
      <ActionBar
        {...{ primary, atEnd, enabled, button, feedback }}
        onCard={() => onSheet('card')}
        onPrimary={actions.press}
        onGiveUp={item.state === 'open' && id ? () => hand({ giveUp: true }) : undefined}
      >
        <StatusLine sender={sender} pending={pending} notice={notice} onDismiss={dismiss} />
        {children}
      </ActionBar>
    </div>
  )
}
