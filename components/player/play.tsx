import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { SealLine } from '@/components/marks/seal-line'
import { Material } from '@/components/questions/material'
import { Dialog } from '@/components/ui/dialog'
import { ActionBar } from './action-bar'
import { AnswerGrid } from './answer-grid'
import { HandIn } from './hand-in'
import type { PlayerItem } from './items'
import { useKeys } from './keys'
import { QuestionBody } from './question-body'
import { QuestionLine } from './question-line'
import { useSettings } from './settings'
import { KeyboardHelp, SettingsForm } from './settings-form'
import { Spoken } from './spoken'
import { StatusLine } from './status-line'
import type { PlayedAttempt } from './use-attempt'
import { useMaterial } from './use-material'
import { useIndex, usePlay } from './use-play'

type Sheet = 'card' | 'handIn' | 'menu' | 'keys' | null
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
  const { items, id, write, sender, pending, notice, dismiss } = attempt
  const settings = useSettings()
  const [sheet, setSheet] = useState<Sheet>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const byPointer = useRef(false)
  const move = (to: number) => {
    setSheet(null)
    if (to < 0 || to >= items.length || to === index) return
    setIndex(to)
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }
  const play = usePlay(attempt, item, index, move)
  const { question } = item
  const material = useMaterial(question, index)
  const unmarked = items.some((one) => one.feedback?.verdict === 'unmarked' && one.selfMarks === null)
  const hand = (...given: Parameters<typeof play.hand>) => {
    play.hand(...given)
    if (!play.atEnd) button.current?.focus({ preventScroll: true })
  }
  const finish = () => (unmarked ? setSheet('handIn') : onFinish())
  const enabled = id !== null && (['confirm', 'handInText'].includes(play.primary) ? play.drafted !== null : play.primary !== 'wait')
  const onPrimary = () => {
    if (!enabled) return
    if ((play.primary === 'confirm' || play.primary === 'handInText') && play.drafted) return hand(play.drafted)
    return play.after === null ? finish() : move(play.after)
  }
  const draft = (part: Parameters<typeof play.change>[0], direct: boolean) => {
    play.change(part)
    const decided = ['single', 'true-false'].includes(question.type) && part.choices
    if (settings.instant && direct && decided) hand({ choices: decided })
  }
  const flag = () => id && write({ attempt: id, kind: 'flag', question: question.id, flagged: !item.flagged })
  const choose = (option: number) => {
    const chosen = question.options[option]?.id
    if (!chosen || !play.open) return
    const others = play.draft.choices.filter((one) => one !== chosen)
    const many = others.length < play.draft.choices.length ? others : [...others, chosen].sort()
    draft({ choices: question.type === 'multiple' ? many : [chosen] }, true)
  }
  useKeys(
    {
      choose,
      enter: onPrimary,
      previous: () => move(index - 1),
      next: () => move(index + 1),
      flag,
      help: () => setSheet('keys'),
    },
    settings.shortcuts,
  )
  const grid = <AnswerGrid items={items} current={index} onJump={move} />
  const handIn = { items, today, onFinish, onGoTo: move }
  return (
    <div
      className="lg:grid lg:grid-cols-[24px_minmax(0,1fr)_15rem] lg:gap-x-8"
      onPointerDownCapture={() => {
        byPointer.current = true
      }}
      onKeyDownCapture={() => {
        byPointer.current = false
      }}
    >
      <SealLine
        total={items.length}
        answered={items.map((one) => one.state !== 'open')}
        current={index}
        label={t('progress')}
        className="lg:sticky lg:top-6 lg:h-[calc(100dvh-8rem)] lg:max-h-180 lg:self-start"
      />
      <div className="flex min-w-0 flex-col lg:min-h-[calc(100dvh-6rem)]">
        <div className="flex-1 pb-24 lg:pb-6">
          <QuestionLine
            heading={heading}
            question={question}
            of={items.length}
            flagged={item.flagged}
            onFlag={flag}
            onMenu={() => setSheet('menu')}
          />
          <StatusLine sender={sender} pending={pending} notice={notice} onDismiss={dismiss} />
          {question.material && (
            <Material html={question.material.html} open={material.open} onToggle={material.toggle} />
          )}
          <QuestionBody
            item={item}
            draft={play.draft}
            onDraft={play.open && id ? (part) => draft(part, byPointer.current) : undefined}
            onSelfMark={(points) => id && write({ attempt: id, kind: 'self-mark', question: question.id, points })}
            deferred={play.deferred}
          />
        </div>
        <ActionBar
          primary={play.primary}
          atEnd={play.atEnd}
          enabled={enabled}
          onPrimary={onPrimary}
          button={button}
          onGiveUp={item.state === 'open' && id ? () => hand({ giveUp: true }) : undefined}
          feedback={item.feedback}
          onCard={() => setSheet('card')}
        />
      </div>
      <aside aria-label={t('card')} className="hidden lg:sticky lg:top-6 lg:grid lg:gap-4 lg:self-start print:hidden">
        <h2 className="text-ink-2 text-small">{t('card')}</h2>
        {grid}
        <HandIn {...handIn} />
      </aside>
      <Spoken item={item} deferred={play.deferred} />
      <Dialog open={sheet === 'card' || sheet === 'handIn'} title={t('card')} onClose={() => setSheet(null)}>
        {grid}
        {sheet && <HandIn key={sheet} {...handIn} asking={sheet === 'handIn'} />}
      </Dialog>
      <Dialog open={sheet === 'menu'} title={t('settings.title')} onClose={() => setSheet(null)}>
        <SettingsForm feedback={attempt.feedback} />
        <div className="hidden md:block">
          <KeyboardHelp />
        </div>
      </Dialog>
      <Dialog open={sheet === 'keys'} title={t('keys.title')} onClose={() => setSheet(null)}>
        <KeyboardHelp />
      </Dialog>
    </div>
  )
}
