import { useRef } from 'react'
import type { Draft } from '@/components/attempts/drafts'
import type { OwnMarks } from '@/components/questions/own/use-own-marks'
import { type Settings, useSettings } from '@/components/users/settings'
import type { Answer, SelfMark } from '@/domain/attempts/input'
import type { PlayerItem } from './grid/items'
import { useKeys } from './keys'
import type { PlayedAttempt } from './use-attempt'
import { usePlay } from './use-play'

export type Sheet = 'card' | 'hand-in' | 'menu' | 'keys' | 'again' | null

type Scene = {
  attempt: PlayedAttempt
  item: PlayerItem
  index: number
  setIndex: (index: number) => void
  setSheet: (sheet: Sheet) => void
  onFinish: () => void
  marks: OwnMarks
  /** Opens the note of the question on show. */
  onNote: () => void
}

/** Everything a person can do to the question on show, by tap or by key. */
export function useActions(scene: Scene) {
  const { attempt, item, index, setSheet } = scene
  const { id, items, write } = attempt
  const settings = useSettings()
  const button = useRef<HTMLButtonElement>(null)
  const { heading, move } = useMove(scene)
  const play = usePlay(attempt, item, index, move)
  const question = item.question.id
  const answers = play.primary === 'confirm' || play.primary === 'handInText'
  const enabled = id !== null && play.primary !== 'wait' && (!answers || play.drafted !== null)

  const hand = (answer: Answer) => {
    play.hand(answer)
    // What was focused can no longer be changed; the button that goes on is where one is next.
    if (!play.atEnd) button.current?.focus({ preventScroll: true })
  }
  const press = () => {
    if (!enabled) return
    if (answers && play.drafted) return hand(play.drafted)
    if (play.after !== null) return move(play.after)
    return items.some(isUnmarked) ? setSheet('hand-in') : scene.onFinish()
  }
  const flag = () => id && write({ attempt: id, kind: 'flag', question, flagged: !item.flagged })
  const selfMark = (points: SelfMark[]) => id && write({ attempt: id, kind: 'self-mark', question, points })
  const change = changeOrHand(settings, item, play.change, hand)
  const choose = (option: number) => {
    const choices = afterChoosing(item, play.draft, option)
    if (choices && play.open) change({ choices }, true)
  }
  const star = () => void scene.marks.toggleStar(question)
  const keys = { choose, enter: press, flag, star, note: scene.onNote, help: () => setSheet('keys') }
  useKeys({ ...keys, previous: () => move(index - 1), next: () => move(index + 1) }, settings.shortcuts)
  return { ...play, button, heading, enabled, move, hand, press, flag, star, selfMark, write: change }
}

const isUnmarked = ({ feedback, selfMarks }: PlayerItem) => feedback?.verdict === 'unmarked' && selfMarks === null

/** To another question: its line is focused, so that it is read out, and it is seen from its top. */
function useMove({ attempt: { items }, index, setIndex, setSheet }: Scene) {
  const heading = useRef<HTMLHeadingElement>(null)
  const move = (to: number) => {
    setSheet(null)
    if (to < 0 || to >= items.length || to === index) return
    setIndex(to)
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }
  return { heading, move }
}

function changeOrHand(
  { instant }: Settings,
  { question }: PlayerItem,
  change: (part: Partial<Draft>) => void,
  hand: (answer: Answer) => void,
) {
  /** @param direct by a tap or a letter: arrow keys walk through a group of radios, and must not hand in on the way. */
  return (part: Partial<Draft>, direct: boolean) => {
    change(part)
    if (instant && direct && part.choices && question.type !== 'multiple') hand({ choices: part.choices })
  }
}

/** What is ticked after the option at this place is pressed; null when there is none. */
function afterChoosing({ question }: PlayerItem, { choices }: Draft, option: number): string[] | null {
  const id = question.options[option]?.id
  if (id === undefined) return null
  if (question.type !== 'multiple') return [id]
  const others = choices.filter((one) => one !== id)
  return others.length < choices.length ? others : [...others, id].sort()
}
