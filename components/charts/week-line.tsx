import type { ReactNode } from 'react'
import { Plot } from './plot'

type WeekPoint = { key: string; share: number | null; hollow: boolean }
type Sign = { share: number; sign: string }

type WeekLineProps = {
  points: readonly WeekPoint[]
  /** Shares that a line and a sign at the left stand for, from the lowest; the middle one, dotted, is where to pass. */
  scale: readonly [Sign, Sign, Sign]
  first: ReactNode
  last: ReactNode
}

const height = 112
const margin = 8
/** In the middle of a week's column. */
const x = (index: number, count: number) => `${((index + 0.5) / count) * 100}%`
const y = (share: number) => margin + (1 - share) * (height - 2 * margin)

/** Shares of the points week by week, in the marker's red; hollow where the answers are few. Decoration beside a table. */
export function WeekLine({ points, scale, first, last }: WeekLineProps) {
  const drawn = points.flatMap(({ share, hollow, key }, index) =>
    share === null ? [] : [{ hollow, key, index, x: x(index, points.length), y: y(share) }],
  )
  return (
    <Plot height={height} signs={scale.map(({ share, sign }) => ({ at: y(share), sign }))} {...{ first, last }}>
      <svg width="100%" height={height} aria-hidden="true" className="block overflow-visible">
        {scale.map(({ share }, index) => (
          <line
            key={share}
            x1="0"
            x2="100%"
            y1={y(share)}
            y2={y(share)}
            className={index === 1 ? 'stroke-ink-3' : 'stroke-rule'}
            strokeDasharray={index === 1 ? '2 2' : undefined}
          />
        ))}
        {drawn.slice(1).map((point, index) => {
          const { x: x1, y: y1, index: week } = drawn[index] ?? point
          const gap = point.index - week > 1
          const ends = { x1, y1, x2: point.x, y2: point.y }
          return (
            <line
              key={point.key}
              {...ends}
              className="stroke-edge"
              strokeWidth="1.5"
              strokeDasharray={gap ? '2 4' : ''}
            />
          )
        })}
        {drawn.map(({ key, hollow, x: cx, y: cy }) => (
          <circle
            key={key}
            cx={cx}
            cy={cy}
            r="3.5"
            strokeWidth="1.5"
            className={hollow ? 'fill-paper stroke-seal' : 'fill-seal stroke-seal'}
          />
        ))}
      </svg>
    </Plot>
  )
}
