import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SealLine } from '@/components/marks/seal-line'
import { useOwnMarks } from '@/components/questions/own/use-own-marks'
import { useOwnSheets } from '@/components/questions/own/use-own-sheets'
import { useLate } from '@/components/ui/use-late'
import type { PlayerItem } from './grid/items'
import { PlayedQuestion } from './question/played-question'
import { Card, CardSheet } from './sheets/play-sheets'
import { Spoken } from './spoken'
import { type Sheet, useActions } from './use-actions'
import type { PlayedAttempt } from './use-attempt'
import { useIndex } from './use-play'

type PlayProps = {
  attempt: PlayedAttempt
  /** Whether the set is today's: leaving questions out would cost the seal. */
  today: boolean
  onFinish: () => void
  /** 从头再来, where that is offered. */
  onAgain?: () => void
}

const loadMenu = () => import('./sheets/menu-sheets')

/** A set being worked on: one question at a time, the answer card beside it or one tap off. */
export function Play(props: PlayProps) {
  const [index, setIndex] = useIndex(props.attempt)
  const item = props.attempt.items[index]
  return item ? <PlayQuestion {...props} item={item} index={index} setIndex={setIndex} /> : null
}

type PlayQuestionProps = PlayProps & { item: PlayerItem; index: number; setIndex: (index: number) => void }

function PlayQuestion({ attempt, today, onFinish, onAgain, item, index, setIndex }: PlayQuestionProps) {
  const t = useTranslations('player')
  const { sheet, setSheet, menu } = useSheets()
  const marks = useOwnMarks(attempt.state)
  const own = useOwnSheets(marks)
  const question = item.question.id
  const open = (kind: 'note' | 'report') => {
    setSheet(null)
    own.open({ kind, question })
  }
  const onNote = () => open('note')
  const actions = useActions({ attempt, item, index, setIndex, setSheet, onFinish, marks, onNote })
  const card = { items: attempt.items, current: index, today, onMove: actions.move, onFinish }
  return (
    // The first touch fetches what the second may want, before a tunnel comes between.
    <div
      className="lg:grid lg:grid-cols-[24px_minmax(0,1fr)_21rem] lg:gap-x-8"
      onPointerDownCapture={menu.want}
      onKeyDownCapture={menu.want}
    >
      <SealLine
        total={attempt.items.length}
        answered={attempt.items.map((one) => one.state !== 'open')}
        current={index}
        label={t('progress')}
        className="lg:sticky lg:top-6 lg:h-[calc(100dvh-8rem)] lg:max-h-180 lg:self-start"
      />
      <PlayedQuestion {...{ attempt, item, index, actions, marks, onSheet: setSheet, onOwn: open }}>
        {own.sheets}
        {sheet && menu.failed && <p className="py-1 text-part text-small">{t('late')}</p>}
      </PlayedQuestion>
      <aside
        aria-label={t('card')}
        className="hidden lg:sticky lg:top-6 lg:grid lg:max-h-[calc(100dvh-3rem)] lg:content-start lg:gap-4 lg:self-start lg:overflow-y-auto print:hidden"
      >
        <h2 className="text-ink-2 text-small">{t('card')}</h2>
        <Card {...card} />
      </aside>
      <Spoken item={item} deferred={actions.deferred} />
      <CardSheet sheet={sheet} onClose={() => setSheet(null)} {...card} />
      {menu.part && (
        <menu.part.MenuSheets
          {...{ sheet, onNote, onAgain, onSheet: setSheet, feedback: attempt.feedback }}
          hasNote={marks.noteOf(question) !== ''}
          onReport={() => open('report')}
        />
      )}
    </div>
  )
}

/** Which sheet lies over the question; those of the menu are fetched when one is wanted. */
function useSheets() {
  const [sheet, setSheet] = useState<Sheet>(null)
  const menu = useLate(loadMenu)
  return {
    sheet,
    menu,
    setSheet: (one: Sheet) => {
      if (one) menu.want()
      setSheet(one)
    },
  }
}
