import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type TableDetailsProps = { caption: string; heads: readonly string[]; rows: readonly (readonly ReactNode[])[] }

/** 看表格: the figures behind a picture, for screen readers, for print, and for whoever wants them exactly. */
export function TableDetails({ caption, heads, rows }: TableDetailsProps) {
  const t = useTranslations('progress')
  return (
    <details className="group/table text-small open:basis-full print:[&::details-content]:[content-visibility:visible]">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center text-deed text-meta print:hidden [&::-webkit-details-marker]:hidden">
        <span className="group-open/table:hidden">{t('table')}</span>
        <span className="hidden group-open/table:inline">{t('tableClose')}</span>
        <span className="sr-only">{t('tableOf', { caption })}</span>
      </summary>
      <table className="w-full wrap-anywhere border-rule border-t">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-3 text-meta">
          <tr className="border-rule border-b">
            {heads.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={`py-1.5 font-normal ${index === 0 ? 'text-left' : 'pl-3 text-end'}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have their place and nothing else
            <tr key={row} className="border-rule border-b">
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={heads[index]} scope="row" className="py-1.5 text-left font-normal">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[index]} className="py-1.5 pl-3 text-end">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
