import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Draft } from '@/domain/formats/draft'
import { Line, TextBox } from './inputs'

type KeyFieldsProps = { draft: Draft; onChange: (part: Partial<Draft>) => void }

/** The key of what has no options: one blank a line, a number, or a model answer with its points. */
export function KeyFields({ draft, onChange }: KeyFieldsProps) {
  if (draft.type === 'fill') return <BlankFields draft={draft} onChange={onChange} />
  if (draft.type === 'numeric') return <NumericFields draft={draft} onChange={onChange} />
  return <EssayFields draft={draft} onChange={onChange} />
}

function BlankFields({ draft, onChange }: KeyFieldsProps) {
  const t = useTranslations('imports.edit')
  const [text, setText] = useState(() => draft.blanks.map((accepted) => accepted.join(' / ')).join('\n'))
  const write = (value: string) => {
    setText(value)
    const blanks = value.split('\n').map((line) =>
      line
        .split('/')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    onChange({ blanks: blanks.filter((accepted) => accepted.length > 0) })
  }
  return <TextBox label={t('blanks')} value={text} onChange={write} />
}

const numberIn = (text: string) => (text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text))

function NumericFields({ draft: { numeric }, onChange }: KeyFieldsProps) {
  const t = useTranslations('imports.edit')
  const [value, setValue] = useState(numeric ? String(numeric.value) : '')
  const [tolerance, setTolerance] = useState(numeric ? String(numeric.tolerance) : '0')
  const write = (nextValue: string, nextTolerance: string) => {
    setValue(nextValue)
    setTolerance(nextTolerance)
    const number = numberIn(nextValue)
    onChange({ numeric: number === null ? null : { value: number, tolerance: Math.abs(numberIn(nextTolerance) ?? 0) } })
  }
  return (
    <div className="grid grid-cols-2 gap-3">
      <Line label={t('value')} value={value} inputMode="decimal" onChange={(text) => write(text, tolerance)} />
      <Line label={t('tolerance')} value={tolerance} inputMode="decimal" onChange={(text) => write(value, text)} />
    </div>
  )
}

function EssayFields({ draft, onChange }: KeyFieldsProps) {
  const t = useTranslations('imports.edit')
  const [points, setPoints] = useState(() => draft.markingPoints.map((one) => `${one.points} ${one.text}`).join('\n'))
  const write = (value: string) => {
    setPoints(value)
    onChange({ markingPoints: value.split('\n').flatMap(pointIn) })
  }
  return (
    <>
      <TextBox
        label={t('modelAnswer')}
        value={draft.modelAnswer}
        rows={4}
        onChange={(modelAnswer) => onChange({ modelAnswer })}
      />
      <TextBox label={t('markingPoints')} value={points} rows={3} onChange={write} />
    </>
  )
}

/** "2 说出评估的目的": what it is worth, and the point. */
function pointIn(line: string): Draft['markingPoints'] {
  const [, points, text] = /^\s*(\d+(?:\.\d+)?)\s*分?\s*(\S.*)$/.exec(line) ?? []
  if (!text) return line.trim() ? [{ text: line.trim(), points: 1 }] : []
  return [{ text, points: Number(points) || 1 }]
}
