import type { ReactNode } from 'react'

type PlotProps = {
  /** In pixels, as the picture's. */
  height: number
  /** What stands at the left, in pixels from the top. */
  signs: readonly { at: number; sign: string }[]
  /** Below the first and the last column. */
  first: ReactNode
  last: ReactNode
  children: ReactNode
}

/** A picture with the words around it, all of it decoration beside a table. */
export function Plot({ height, signs, first, last, children }: PlotProps) {
  return (
    <div aria-hidden="true" className="grid grid-cols-[2.25rem_minmax(0,1fr)] text-ink-3 text-meta">
      <div className="relative" style={{ height }}>
        {signs.map(({ at, sign }) => (
          <span key={sign} className="absolute left-0 -translate-y-1/2 leading-4" style={{ top: at }}>
            {sign}
          </span>
        ))}
      </div>
      {children}
      <p className="col-start-2 flex justify-between pt-1">
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </div>
  )
}
