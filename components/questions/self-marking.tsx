import { useFormatter, useTranslations } from 'next-intl'
import { AnswerBox } from '@/components/ui/answer-box'
import type { SelfMark } from '@/domain/attempts/input'

type Point = { id: string; text: string; points: number }

/** 0, 0.5, 1 ... up to what a marking point is worth, that worth included. */
const stepsTo = (points: number) => [...Array.from({ length: Math.ceil(points * 2) }, (_, step) => step / 2), points]

type SelfMarkingProps = {
  points: readonly Point[]
  marks: readonly SelfMark[] | null
  /** Without it the marks can only be read. */
  onMark?: (marks: SelfMark[]) => void
}

/** An essay is marked by its writer: for each marking point a row of boxes, as on the answer card. */
export function SelfMarking({ points, marks, onMark }: SelfMarkingProps) {
  const t = useTranslations('question')
  const format = useFormatter()
  const awardedFor = (id: string) => marks?.find((one) => one.id === id)?.awarded
  const sum = points.reduce((total, point) => total + (awardedFor(point.id) ?? 0), 0)
  const total = points.reduce((whole, point) => whole + point.points, 0)
  const award = (id: string, awarded: number) =>
    onMark?.(
      points.map((point) => ({ id: point.id, awarded: point.id === id ? awarded : (awardedFor(point.id) ?? 0) })),
    )
  return (
    <section className="mt-4">
      <h4 className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold text-body">
        {t('markingPoints')}
        <output className="font-normal text-ink-2 text-small">
          {marks === null
            ? t(onMark ? 'selfMarkHint' : 'notSelfMarked')
            : t('selfMarked', { sum: format.number(sum), total: format.number(total) })}
        </output>
      </h4>
      {points.map((point, index) => (
        <MarkingPoint
          key={point.id}
          point={point}
          number={index + 1}
          awarded={marks === null ? undefined : (awardedFor(point.id) ?? 0)}
          onAward={onMark && ((awarded) => award(point.id, awarded))}
        />
      ))}
    </section>
  )
}

type MarkingPointProps = {
  point: Point
  number: number
  awarded: number | undefined
  onAward: ((awarded: number) => void) | undefined
}

function MarkingPoint({ point, number, awarded, onAward }: MarkingPointProps) {
  const t = useTranslations('question')
  const format = useFormatter()
  return (
    <fieldset className="border-rule border-b py-3">
      <legend className="contents">
        <span className="flex justify-between gap-4 text-small">
          <span lang="zh-CN">
            {number}. {point.text}
          </span>
          <span className="shrink-0 text-ink-2">{t('worth', { points: format.number(point.points) })}</span>
        </span>
      </legend>
      {(onAward || awarded !== undefined) && (
        <div className="mt-1 -ml-1 flex flex-wrap">
          {stepsTo(point.points).map((step) => (
            <label
              key={step}
              className={`flex min-h-11 items-center rounded-box px-1 has-focus-visible:outline-2 has-focus-visible:outline-deed ${onAward ? 'cursor-pointer' : ''}`}
            >
              <input
                type="radio"
                name={`award ${point.id}`}
                className="sr-only"
                checked={awarded === step}
                disabled={!onAward}
                onChange={() => onAward?.(step)}
              />
              <AnswerBox sign={format.number(step)} filled={awarded === step} />
              <span className="sr-only">{t('award', { points: format.number(step) })}</span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  )
}
