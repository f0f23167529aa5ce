import type { Verdict } from '@/domain/attempts/input'

type Marked = Exclude<Verdict, 'unmarked'>

const tick = 'M4 12.6C5.8 14 7.6 16.4 8.7 19.3C10.9 13.6 14.9 8.3 20.3 4.4'
const strokes: Record<Marked, { colour: string; paths: readonly string[] }> = {
  right: { colour: 'stroke-right', paths: [tick] },
  partial: { colour: 'stroke-part', paths: [tick, 'M10.6 8.4C12.9 9.4 15.4 11.2 17.2 13.4'] },
  wrong: {
    colour: 'stroke-seal-text',
    paths: ['M5.2 5.4C9.4 8.9 14.3 13.9 18.6 19', 'M18.9 4.9C13.9 8.7 9 13.8 5.3 19.3'],
  },
}

/** The marker's sign as pen strokes. It is decoration: the word (正确, 部分得分, 错误) always stands beside it. */
export function PenMark({
  verdict,
  size = 24,
  className = '',
}: {
  verdict: Marked
  size?: number
  className?: string
}) {
  const { colour, paths } = strokes[verdict]
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className={`shrink-0 ${className}`}>
      {paths.map((path) => (
        <PenStroke key={path} path={path} colour={colour} />
      ))}
    </svg>
  )
}

/** Both strokes in a box of 100 × 12. */
export const penUnderline = ['M1 4C24 2.2 62 1.8 99 2.6', 'M5 9.4C31 7.4 66 7 95 8.2'] as const

/** Two strokes of the pen under a score, as wide as their parent. */
export function PenUnderline({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" className={`block h-3 w-full ${className}`}>
      {penUnderline.map((path) => (
        <PenStroke key={path} path={path} colour="stroke-seal-text" />
      ))}
    </svg>
  )
}

/** The pen is 2.5 px wide at every size of the drawing. */
function PenStroke({ path, colour }: { path: string; colour: string }) {
  return (
    <path
      d={path}
      fill="none"
      className={colour}
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
    />
  )
}
