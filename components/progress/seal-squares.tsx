import { useTranslations } from 'next-intl'
import { sealStyle } from '@/components/check-ins/seal-style'
import { cellOf, type YearDay, type YearMonth } from '@/domain/progress/year'

/** Where a day stands, in cells. */
type Placed = { day: YearDay; x: number; y: number }

const cell = 10
const box = (x: number, y: number, inset: number) =>
  `M${x * cell + inset} ${y * cell + inset}h${8.6 - 2 * inset}v${8.6 - 2 * inset}h${2 * inset - 8.6}z`

/** All days of one kind are one path: a year is four elements, whatever it holds. */
function Squares({ placed }: { placed: readonly Placed[] }) {
  const styled = placed.map((one) => ({ ...one, style: one.day.seal ? sealStyle(one.day.seal) : 'none' }))
  const pathOf = (style: string, inset: number) =>
    styled.flatMap((one) => (one.style === style ? [box(one.x, one.y, inset)] : [])).join('')
  return (
    <>
      <path d={pathOf('none', 3.4)} className="fill-edge" />
      <path d={pathOf('solid', 0)} className="fill-seal" />
      <path d={pathOf('relief', 0.8)} className="fill-transparent stroke-seal" strokeWidth="1.6" />
      <path
        d={pathOf('made-up', 0.8)}
        className="fill-transparent stroke-seal"
        strokeWidth="1.6"
        strokeDasharray="1.75 1.75"
      />
    </>
  )
}

/** Months as rows, for phones. */
export function MonthRows({ months }: { months: readonly YearMonth[] }) {
  const t = useTranslations('progress')
  return (
    <ol className="grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 md:hidden">
      {months.map(({ month, days }) => (
        <li key={month} className="col-span-2 grid grid-cols-subgrid items-center">
          <span className="text-end text-ink-3 text-meta leading-4">
            {t('monthNumber', { month: Number(month.slice(5)) })}
          </span>
          <svg viewBox={`0 0 ${31 * cell} ${cell}`} aria-hidden="true" className="w-full">
            <Squares placed={days.map((day) => ({ day, x: Number(day.on.slice(8)) - 1, y: 0 }))} />
          </svg>
        </li>
      ))}
    </ol>
  )
}

/** Weeks as columns, Monday on top. */
export function WeekColumns({ months }: { months: readonly YearMonth[] }) {
  const t = useTranslations('progress')
  const days = months.flatMap((one) => one.days)
  const first = days[0]?.on ?? ''
  const placed = days.map((day) => {
    const { column, row } = cellOf(first, day.on)
    return { day, x: column, y: row }
  })
  const columns = (placed.at(-1)?.x ?? 0) + 1
  return (
    <div aria-hidden="true" className="hidden md:block">
      <div className="relative h-6 text-ink-3 text-meta">
        {months.map(({ month }) => (
          <span
            key={month}
            className="absolute top-0"
            style={{ left: `${(cellOf(first, `${month}-01`).column / columns) * 100}%` }}
          >
            {t('monthNumber', { month: Number(month.slice(5)) })}
          </span>
        ))}
      </div>
      <svg viewBox={`0 0 ${columns * cell} ${7 * cell}`} aria-hidden="true" className="w-full">
        <Squares placed={placed} />
      </svg>
    </div>
  )
}
