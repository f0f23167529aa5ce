import { useId } from 'react'
import { drawSeal, type SealDrawing, type SealStyle } from '@/domain/check-ins/seal'

/** Below this many pixels the signs would clog, and only frame or fill is drawn. */
const smallestWithSigns = 24

type SealProps = {
  /** The day, `YYYY-MM-DD`. */
  on: string
  style: SealStyle
  /** Side in pixels. The turned corners reach past it by at most 2 %. */
  size: number
  /** What a screen reader says, in the page's language. Empty where words beside the seal say it already. */
  label: string
  /** Shown by the browser when the pointer rests on the seal. */
  title?: string
  className?: string
}

export function Seal({ on, style, size, label, title, className = '' }: SealProps) {
  return (
    <svg
      viewBox="0 0 100 100"
      width={size}
      height={size}
      className={`shrink-0 overflow-visible ${className}`}
      role={label ? 'img' : undefined}
      aria-label={label || undefined}
      aria-hidden={label === '' || undefined}
    >
      {title && <title>{title}</title>}
      {size < smallestWithSigns ? <SmallSeal style={style} /> : <CarvedSeal drawing={drawSeal(on, style)} />}
    </svg>
  )
}

function CarvedSeal({ drawing }: { drawing: SealDrawing }) {
  const cut = useId()
  const solid = drawing.style === 'solid'
  const signs = drawing.columns.flatMap((column) => column.strokes)
  const strokes = (paint: { className?: string; stroke?: string }) =>
    signs.map((path) => <path key={path} d={path} strokeWidth={drawing.glyphStroke} {...paint} />)
  return (
    <g transform={`rotate(${drawing.turn} 50 50)`} mask={`url(#${cut})`} fill="none">
      {/* Holes, not paint in the ground's colour: the seal stands on paper, desk and washes alike. */}
      <mask id={cut} maskUnits="userSpaceOnUse" x="-5" y="-5" width="110" height="110">
        <path d="M-5-5H105V105H-5Z" fill="white" />
        <path d={drawing.chips} fill="black" />
        {solid && strokes({ stroke: 'black' })}
      </mask>
      <path
        d={drawing.frame.path}
        className={solid ? 'fill-seal stroke-seal' : 'stroke-seal'}
        strokeWidth={drawing.frame.stroke}
        strokeDasharray={drawing.frame.dash.join(' ') || undefined}
        strokeLinejoin="round"
      />
      {!solid && strokes({ className: 'stroke-seal' })}
    </g>
  )
}

/** Upright and unchipped: at this size crookedness is only blur. */
function SmallSeal({ style }: { style: SealStyle }) {
  if (style === 'solid') return <path d="M4 4H96V96H4Z" className="fill-seal" />
  const dash = style === 'made-up' ? '17 12' : undefined
  return <path d="M10 10H90V90H10Z" fill="none" className="stroke-seal" strokeWidth="11" strokeDasharray={dash} />
}
