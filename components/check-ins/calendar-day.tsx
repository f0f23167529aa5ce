import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Seal } from '@/components/seal/seal'
import { useSettings } from '@/components/users/settings'
import type { Month } from '@/domain/progress/view'
import { useDateWords } from './dates'
import { type SealOfDay, sealStyle } from './seal-style'

type DayState = Month['days'][number]

/** One day: its seal or number, the subject's own score below. A link where the day has a set. */
export function CalendarDay({ day, data, address }: { day: string; data: Month; address: string }) {
  const state = data.days.find((one) => one.on === day)
  const { games } = useSettings()
  const seal = games ? data.seals.find((one) => one.on === day) : undefined
  const isToday = day === data.today
  const label = useDayLabel({ day, state, seal, isToday })
  const face = <DayFace day={day} state={state} seal={seal} />
  const frame = isToday ? 'border-ink' : 'border-transparent'
  const shape = `flex min-h-18 flex-col items-center gap-0.5 rounded-box border-[1.5px] pt-1.5 ${frame}`
  if (!state)
    return (
      <span className={shape}>
        <span className="sr-only">{label}</span>
        {face}
      </span>
    )
  return (
    <Link
      href={`${address}/daily?on=${day}`}
      prefetch={false}
      aria-label={label}
      aria-current={isToday ? 'date' : undefined}
      className={`${shape} -outline-offset-2 active:bg-sunk md:hover:bg-sunk`}
    >
      {face}
    </Link>
  )
}

type Face = { day: string; state: DayState | undefined; seal: SealOfDay | undefined; isToday: boolean }

function DayFace({ day, state, seal }: Omit<Face, 'isToday'>) {
  const t = useTranslations('calendar')
  const ink = state ? 'font-semibold text-deed' : 'text-ink-3'
  return (
    <>
      <span aria-hidden="true" className={`grid size-9 place-items-center text-small ${ink}`}>
        {seal ? <Seal on={day} style={sealStyle(seal)} size={34} label="" /> : Number(day.slice(8))}
      </span>
      <span aria-hidden="true" className="h-5 text-meta">
        {state?.status === 'open' ? (
          <span className="text-ink-2">{t('openShort')}</span>
        ) : (
          state?.score !== null && state?.score !== undefined && <span className="text-seal-text">{state.score}</span>
        )}
      </span>
    </>
  )
}

function useDayLabel({ day, state, seal, isToday }: Face): string {
  const t = useTranslations('calendar')
  const words = useDateWords()
  const parts = [words.day(day)]
  if (isToday) parts.push(t('today'))
  if (seal) parts.push(t(seal.kind === 'made-up' ? 'madeUp' : seal.full ? 'full' : 'done'))
  if (!state) parts.push(t('none'))
  else if (state.status === 'open') parts.push(t('open'))
  else if (state.score !== null && state.maxScore !== null)
    parts.push(t('score', { score: state.score, maxScore: state.maxScore }))
  else parts.push(t('todo'))
  return parts.join(t('comma'))
}
