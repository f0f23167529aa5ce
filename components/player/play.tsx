import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { SealLine } from '@/components/marks/seal-line'
import { Material } from '@/components/questions/material'
import { ActionBar } from './action-bar'
import type { PlayerItem } from './items'
import { Card, PlaySheets } from './play-sheets'
import { QuestionBody } from './question-body'
import { QuestionLine } from './question-line'
import { Spoken } from './spoken'
import { StatusLine } from './status-line'
import { type Sheet, useActions } from './use-actions'
import type { PlayedAttempt } from './use-attempt'
import { useMaterial } from './use-material'
import { useIndex } from './use-play'

type PlayProps = {
  attempt: PlayedAttempt
  /** Whether the set is today's: leaving questions out would cost the seal. */
  today: boolean
  onFinish: () => void
}

/** A set being worked on: one question at a time, the answer card beside it or one tap off. */
export function Play(props: PlayProps) {
  const [index, setIndex] = useIndex(props.attempt)
  const item = props.attempt.items[index]
  return item ? <PlayQuestion {...props} item={item} index={index} setIndex={setIndex} /> : null
}

type PlayQuestionProps = PlayProps & { item: PlayerItem; index: number; setIndex: (index: number) => void }

function PlayQuestion({ attempt, today, onFinish, item, index, setIndex }: PlayQuestionProps) {
  const t = useTranslations('player')
  const [sheet, setSheet] = useState<Sheet>(null)
  const actions = useActions({ attempt, item, index, setIndex, setSheet, onFinish })
  const card = { items: attempt.items, current: index, today, onMove: actions.move, onFinish }
  return (
    <div className="lg:grid lg:grid-cols-[24px_minmax(0,1fr)_21rem] lg:gap-x-8">
      <SealLine
        total={attempt.items.length}
        answered={attempt.items.map((one) => one.state !== 'open')}
        current={index}
        label={t('progress')}
        className="lg:sticky lg:top-6 lg:h-[calc(100dvh-8rem)] lg:max-h-180 lg:self-start"
      />
      <Question
        attempt={attempt}
        item={item}
        index={index}
        actions={actions}
        onCard={() => setSheet('card')}
        onMenu={() => setSheet('menu')}
      />
      <aside aria-label={t('card')} className="hidden lg:sticky lg:top-6 lg:grid lg:gap-4 lg:self-start print:hidden">
        <h2 className="text-ink-2 text-small">{t('card')}</h2>
        <Card {...card} />
      </aside>
      <Spoken item={item} deferred={actions.deferred} />
      <PlaySheets sheet={sheet} feedback={attempt.feedback} onClose={() => setSheet(null)} {...card} />
    </div>
  )
}

type QuestionProps = {
  attempt: PlayedAttempt
  item: PlayerItem
  index: number
  actions: ReturnType<typeof useActions>
  onCard: () => void
  onMenu: () => void
}

function Question({ attempt, item, index, actions, onCard, onMenu }: QuestionProps) {
  const { id, items, sender, pending, notice, dismiss } = attempt
  const { question, feedback, flagged } = item
  const { heading, flag, hand, selfMark, open, deferred, enabled, primary, atEnd, button } = actions
  const material = useMaterial(question, index)
  const byPointer = useRef(false)
  const by = (pointer: boolean) => () => {
    byPointer.current = pointer
  }
  return (
    <div className="flex min-w-0 flex-col lg:min-h-[calc(100dvh-3rem)]">
      <div className="flex-1 pb-28 lg:pb-8" onPointerDownCapture={by(true)} onKeyDownCapture={by(false)}>
        <QuestionLine {...{ heading, question, flagged, onMenu }} of={items.length} onFlag={flag} />
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
      </div>
      <ActionBar
        {...{ primary, atEnd, enabled, button, feedback, onCard }}
        onPrimary={actions.press}
        onGiveUp={item.state === 'open' && id ? () => hand({ giveUp: true }) : undefined}
      >
        <StatusLine sender={sender} pending={pending} notice={notice} onDismiss={dismiss} />
      </ActionBar>
    </div>
  )
}
