import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { MarkingPoint } from '@/domain/questions/input'
import { TextArea } from './text-area'
import { useRowFocus } from './use-row-focus'

type EssayFieldsProps = {
  modelAnswer: string
  markingPoints: readonly MarkingPoint[]
  onModelAnswer: (text: string) => void
  onMarkingPoints: (points: MarkingPoint[]) => void
  faultOf: (path: string) => string | undefined
}

/** The model answer, and the points that it is marked by. */
export function EssayFields({ modelAnswer, markingPoints, onModelAnswer, onMarkingPoints, faultOf }: EssayFieldsProps) {
  const t = useTranslations('bank')
  const rows = useRowFocus<HTMLOListElement>(markingPoints.length)
  const change = (index: number, part: Partial<MarkingPoint>) =>
    onMarkingPoints(markingPoints.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const add = () => onMarkingPoints([...markingPoints, { id: nextId(markingPoints), text: '', points: 1 }])
  const total = markingPoints.reduce((sum, one) => sum + one.points, 0)
  return (
    <>
      <TextArea
        label={t('modelAnswer')}
        value={modelAnswer}
        rows={6}
        pictures
        onChange={onModelAnswer}
        fault={faultOf('modelAnswer')}
      />
      <fieldset>
        <legend className="pb-1 text-ink-2 text-small">{t('markingPoints', { total })}</legend>
        <ol ref={rows.list} onFocus={rows.onFocus} className="grid gap-3 border-rule border-t pt-3">
          {markingPoints.map((point, index) => (
            <li key={point.id} className="grid grid-cols-[minmax(0,1fr)_5rem] items-start gap-3">
              <TextArea
                label={t('pointText', { number: index + 1 })}
                value={point.text}
                rows={1}
                onChange={(text) => change(index, { text })}
                fault={faultOf(`markingPoints.${index}.text`)}
              />
              <label className="grid gap-1 text-ink-2 text-small">
                {t('points')}
                <input
                  type="number"
                  min="0.5"
                  step="0.5"
                  value={point.points}
                  onChange={(event) => change(index, { points: event.target.valueAsNumber || 0 })}
                  className="min-h-11 rounded-button border-[1.5px] border-edge bg-paper px-3 text-ink"
                />
              </label>
              <Button
                look="text"
                className="-ml-3 justify-self-start text-meta"
                onClick={() => onMarkingPoints(markingPoints.filter((_, at) => at !== index))}
              >
                {t('removePoint')}
                <span className="sr-only">{index + 1}</span>
              </Button>
            </li>
          ))}
        </ol>
        {faultOf('markingPoints') && <p className="text-part text-small">{faultOf('markingPoints')}</p>}
        <Button look="text" onClick={add} className="-ml-3 text-small">
          {t('addPoint')}
        </Button>
      </fieldset>
    </>
  )
}

function nextId(points: readonly MarkingPoint[]): string {
  const taken = new Set(points.map((one) => one.id))
  let number = points.length + 1
  while (taken.has(`p${number}`)) number++
  return `p${number}`
}
