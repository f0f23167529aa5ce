'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Row } from '../section'

const two = (value: number) => String(value).padStart(2, '0')
const clockOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

function minuteOf(clock: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(clock) ?? []
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute)
}

type DailyRowProps = {
  label: string
  note: string
  /** Minutes after midnight in the exam's zone; null when it is off. */
  minute: number | null
  usual: number
  onChange: (minute: number | null) => void
}

/** One way to be asked: whether, and when. */
export function DailyRow({ label, note, minute, usual, onChange }: DailyRowProps) {
  const t = useTranslations('settings.daily')
  const id = useId()
  return (
    <Row
      label={
        <label htmlFor={id} className="block">
          {label}
        </label>
      }
      note={note}
    >
      <div className="ml-auto flex items-center gap-4">
        {minute !== null && (
          <input
            key={minute}
            type="time"
            aria-label={t('time', { way: label })}
            defaultValue={clockOf(minute)}
            required
            onBlur={({ target }) => {
              const chosen = minuteOf(target.value)
              if (chosen !== null && chosen !== minute) onChange(chosen)
            }}
            className="min-h-11 rounded-button border-[1.5px] border-edge bg-paper px-3 text-small"
          />
        )}
        <input
          id={id}
          type="checkbox"
          checked={minute !== null}
          onChange={({ target }) => onChange(target.checked ? usual : null)}
          className="size-6 shrink-0 accent-deed"
        />
      </div>
    </Row>
  )
}
