import { Fragment } from 'react'

type SealLineProps = {
  total: number
  /** By question, in order; what is missing counts as not answered. */
  answered: readonly boolean[]
  /** Index of the question on show. */
  current?: number
  /** What a screen reader says, in the page's language. */
  label: string
  /** responsive: across the top on narrow screens, down the left from 1024 px and in print. */
  orientation?: 'responsive' | 'horizontal' | 'vertical'
  className?: string
}

type Segment = { key: string; state: 'answered' | 'current' | 'open' }

/** Beyond this many, a segment on a phone has room for one dot, and dotted borders would beat against the gaps. */
const mostDottedLines = 40

/** 密封线: the sealed margin of an exam paper as the bar of progress, one segment to a question. */
export function SealLine({
  total,
  answered,
  current,
  label,
  orientation = 'responsive',
  className = '',
}: SealLineProps) {
  const segments = Array.from({ length: total }, (_, index): Segment => {
    const state = answered[index] ? 'answered' : index === current ? 'current' : 'open'
    return { key: String(index), state }
  })
  const responsive = orientation === 'responsive'
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={segments.filter((one) => one.state === 'answered').length}
      className={className}
    >
      {orientation !== 'vertical' && (
        <Across segments={segments} className={responsive ? 'flex lg:hidden print:hidden' : 'flex'} />
      )}
      {orientation !== 'horizontal' && (
        <Down segments={segments} className={responsive ? 'hidden lg:flex print:flex' : 'flex'} />
      )}
    </div>
  )
}

function Across({ segments, className }: { segments: readonly Segment[]; className: string }) {
  const dense = segments.length > mostDottedLines
  return (
    <div aria-hidden="true" className={`h-[3px] w-full items-center ${gapFor(segments.length)} ${className}`}>
      {segments.map(({ key, state }) => (
        <span key={key} className="flex min-w-0 flex-1 justify-center">
          <span
            className={`${dense && state !== 'answered' ? 'w-0.5' : 'w-full'} ${inks[state]} border-x-0 border-b-0`}
          />
        </span>
      ))}
    </div>
  )
}

/** The line runs in four stretches, with 密, 封 and 线 between them. */
function Down({ segments, className }: { segments: readonly Segment[]; className: string }) {
  const dense = segments.length > mostDottedLines
  const pieces = segments.length < 4 ? segments.flatMap(inFour) : segments
  const cuts = [0, 1, 2, 3, 4].map((quarter) => Math.round((pieces.length * quarter) / 4))
  return (
    <div
      aria-hidden="true"
      className={`h-full min-h-64 w-6 flex-col items-center ${gapFor(segments.length)} ${className}`}
    >
      {['', '密', '封', '线'].map((sign, index) => (
        <Fragment key={sign}>
          {sign && <span className="py-1 text-ink-3 text-small">{sign}</span>}
          {pieces.slice(cuts[index], cuts[index + 1]).map(({ key, state }) => (
            <span key={key} className="flex min-h-0 flex-1 items-center">
              <span
                className={`${dense && state !== 'answered' ? 'h-0.5' : 'h-full'} ${inks[state]} border-y-0 border-r-0`}
              />
            </span>
          ))}
        </Fragment>
      ))}
    </div>
  )
}

/** Borders, unlike backgrounds, survive print and forced colours. */
const inks: Record<Segment['state'], string> = {
  answered: 'border-3 border-solid border-pencil',
  current: 'border-3 border-dotted border-pencil',
  open: 'border-2 border-dotted border-edge',
}

/** A set of one to three questions has fewer segments than the line has stretches. */
function inFour({ key, state }: Segment): Segment[] {
  return ['a', 'b', 'c', 'd'].map((part) => ({ key: key + part, state }))
}

/** A mock exam's hundred segments must still fit across a phone. */
function gapFor(total: number): string {
  return total <= 16 ? 'gap-1.5' : total <= mostDottedLines ? 'gap-[3px]' : 'gap-px'
}
