import type { ReactNode } from 'react'

type TableProps = { label: string; columns: readonly string[]; children: ReactNode }

/** A dense table; on phones each row is a block in which every cell says what it is. */
export function Table({ label, columns, children }: TableProps) {
  return (
    <table aria-label={label} className="w-full text-left text-small max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className="border-edge border-b py-1.5 pr-4 font-normal text-ink-3 text-meta">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">{children}</tbody>
    </table>
  )
}

export const TableRow = ({ children }: { children: ReactNode }) => (
  <tr className="border-rule border-b max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:py-2.5">{children}</tr>
)

type CellProps = {
  /** The column's name, before the cell on phones; none for the cell that names the row. */
  label?: string
  /** A word or two: on phones two of these stand side by side. */
  short?: boolean
  children: ReactNode
  className?: string
}

export const Cell = ({ label, short = false, children, className = '' }: CellProps) => (
  <td
    className={`min-w-0 align-top [overflow-wrap:anywhere] max-md:flex max-md:gap-3 md:py-1.5 md:pr-4 ${short ? 'md:whitespace-nowrap' : 'max-md:col-span-2'} ${className}`}
  >
    {label && (
      <span aria-hidden="true" className="w-10 shrink-0 text-ink-3 text-meta leading-6 md:hidden">
        {label}
      </span>
    )}
    <div className="min-w-0">{children}</div>
  </td>
)
