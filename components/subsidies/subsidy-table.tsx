import { useLocale, useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { useSourceWords } from '@/components/news/source-words'
import { Unverified } from '@/components/news/unverified'
import { provinceName } from '@/domain/regions/provinces'
import { amountWords, byPlace, type PlaceOf } from '@/domain/subsidies/finder'
import type { SubsidyView } from '@/domain/subsidies/output'

const cell = 'py-2 pr-4 align-top'
const columns = ['place', 'year', 'amountName', 'levelName', 'deadlineName', 'basis'] as const

type SubsidyTableProps = { items: readonly SubsidyView[]; levels: ReadonlyMap<string, string> }

/** Subsidies by place, the latest year first. Wider than a phone, it slides within its own box. */
export function SubsidyTable({ items, levels }: SubsidyTableProps) {
  const t = useTranslations('subsidies')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard a box scrolls only while it has the focus
    <section aria-label={t('table')} tabIndex={0} className="-mx-4 overflow-x-auto pr-4 lg:mx-0 lg:pr-0">
      <table className="w-full min-w-[44rem] text-left text-small lg:min-w-0">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="whitespace-nowrap border-edge border-b bg-paper py-1.5 pr-4 font-normal text-ink-3 text-meta max-lg:first:sticky max-lg:first:left-0 max-lg:first:pl-4"
              >
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        {byPlace(items).map((place) => (
          <PlaceRows key={`${place.region} ${place.place}`} place={place} levels={levels} />
        ))}
      </table>
    </section>
  )
}

type PlaceRowsProps = { place: PlaceOf<SubsidyView>; levels: ReadonlyMap<string, string> }

function PlaceRows({ place: { region, place, rows }, levels }: PlaceRowsProps) {
  const t = useTranslations('news')
  const locale = useLocale()
  return (
    <tbody className="border-rule border-b">
      {rows.map((row, index) => (
        <tr key={row.id}>
          {index === 0 && (
            <th
              scope="rowgroup"
              rowSpan={rows.length}
              className={`${cell} min-w-28 bg-paper font-normal max-lg:sticky max-lg:left-0 max-lg:pl-4`}
            >
              <span className="block text-ink-3 text-meta">
                {region === '' ? t('national') : provinceName(region, locale)}
              </span>
              <span lang="zh-CN" className="font-semibold">
                {place}
              </span>
            </th>
          )}
          <SubsidyCells row={row} level={row.level && (levels.get(row.level) ?? row.level)} />
        </tr>
      ))}
    </tbody>
  )
}

function SubsidyCells({ row, level }: { row: SubsidyView; level: string | null }) {
  const t = useTranslations('subsidies')
  const dates = useDateWords()
  const sourceWords = useSourceWords()
  return (
    <>
      <td className={`${cell} whitespace-nowrap`}>
        <span className="block">{t('yearOf', { year: String(row.year) })}</span>
        {row.outdated && <Unverified words={t('outdated')} />}
      </td>
      <td className={`${cell} font-semibold max-lg:whitespace-nowrap`}>
        {t(`amount.${amountWords(row)}`, { amount: row.amountYuan })}
      </td>
      <td className={`${cell} whitespace-nowrap`}>{level ?? <Unsaid />}</td>
      <td className={`${cell} whitespace-nowrap`}>{row.deadline ? dates.fullDay(row.deadline) : <Unsaid />}</td>
      <td className={`${cell} min-w-44 text-meta`}>
        <span lang="zh-CN" className="block">
          {sourceWords(row.source)}
        </span>
        {!row.verified && <span className="text-ink-3">{t('asTitled')}</span>}
      </td>
    </>
  )
}

function Unsaid() {
  const t = useTranslations('subsidies')
  return <span className="text-ink-3">{t('unsaid')}</span>
}
