/** Places along a bar are shares of its width: the picture fits any width, and no sign is ever stretched. */
const along = (share: number) => `${Math.round(share * 1e4) / 100}%`

type ShareBarProps = {
  /** null: too little is known, and the bar stays hollow. */
  value: { share: number; low: number; high: number } | null
  /** Where to pass. */
  mark: number
}

/** A share of the points as a bar of graphite, the interval it may lie in as a whisker. Decoration beside figures. */
export function ShareBar({ value, mark }: ShareBarProps) {
  return (
    <svg width="100%" height="16" aria-hidden="true" className="block min-w-0 overflow-visible">
      {value ? (
        <>
          <rect x="0" y="2" width="100%" height="6" rx="1" className="fill-rule" />
          <rect x="0" y="2" width={along(value.share)} height="6" rx="1" className="fill-pencil" />
          <Whisker low={along(value.low)} high={along(value.high)} />
        </>
      ) : (
        <rect
          x="0.5"
          y="5"
          width="99.8%"
          height="6"
          rx="1"
          className="fill-transparent stroke-edge"
          strokeDasharray="3 3"
        />
      )}
      <line x1={along(mark)} x2={along(mark)} y1="0" y2="16" className="stroke-ink-3" strokeDasharray="2 2" />
    </svg>
  )
}

/** Below the bar and not on it: both ends stay readable at any length. */
function Whisker({ low, high }: { low: string; high: string }) {
  return (
    <g className="stroke-ink-2" strokeWidth="1.5">
      <line x1={low} x2={high} y1="12.5" y2="12.5" />
      <line x1={low} x2={low} y1="10" y2="15" />
      <line x1={high} x2={high} y1="10" y2="15" />
    </g>
  )
}
