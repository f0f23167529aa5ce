import type { ReactNode } from 'react'
import { Plot } from './plot'

type WeekPair = { key: string; up: number; down: number }

const half = 44

type WeekPairsProps = { pairs: readonly WeekPair[]; up: string; down: string; first: ReactNode; last: ReactNode }

/**
 * Two amounts week by week, one up and one down from a line: filled like a box that was ticked, hollow like one that was
 * not. Decoration beside a table.
 */
export function WeekPairs({ pairs, up, down, first, last }: WeekPairsProps) {
  const most = Math.max(0.05, ...pairs.flatMap((one) => [one.up, one.down]))
  const tall = (amount: number) => (amount / most) * (half - 2)
  const width = 100 / pairs.length
  return (
    <Plot
      height={2 * half}
      signs={[
        { at: half - 20, sign: up },
        { at: half + 20, sign: down },
      ]}
      {...{ first, last }}
    >
      <svg width="100%" height={2 * half} aria-hidden="true" className="block overflow-visible">
        {pairs.map((pair, index) => (
          <g key={pair.key}>
            <rect
              x={`${(index + 0.22) * width}%`}
              y={half - tall(pair.up)}
              width={`${0.56 * width}%`}
              height={tall(pair.up)}
              className="fill-pencil"
            />
            {pair.down > 0 && (
              <rect
                x={`${(index + 0.22) * width}%`}
                y={half}
                width={`${0.56 * width}%`}
                height={tall(pair.down)}
                className="fill-transparent stroke-edge"
                strokeWidth="1.5"
              />
            )}
          </g>
        ))}
        <line x1="0" x2="100%" y1={half} y2={half} className="stroke-ink-3" />
      </svg>
    </Plot>
  )
}
