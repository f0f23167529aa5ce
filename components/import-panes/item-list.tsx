import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useFindingName, usePlaceWords } from '@/components/imports/finding-words'
import type { Finding, Severity } from '@/domain/formats/findings'
import type { ItemView } from '@/domain/imports/output'

type ItemListProps = { items: readonly ItemView[]; selected: number | null; onSelect: (position: number) => void }

/** Where it stands in the file, its stem, and the worst that is to be said of it. */
export function ItemList({ items, selected, onSelect }: ItemListProps) {
  const t = useTranslations('imports')
  return (
    <ol aria-label={t('questions')} className="border-rule border-t">
      {items.map((item) => (
        <ItemRow
          key={item.position}
          item={item}
          isSelected={item.position === selected}
          onSelect={() => onSelect(item.position)}
        />
      ))}
    </ol>
  )
}

const rank: readonly Severity[] = ['error', 'warning', 'info']
const worstOf = (findings: readonly Finding[]) =>
  [...findings].sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity))[0]

type ItemRowProps = { item: ItemView; isSelected: boolean; onSelect: () => void }

function ItemRow({ item, isSelected, onSelect }: ItemRowProps) {
  const t = useTranslations('imports')
  const place = usePlaceWords()
  const name = useFindingName()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const worst = worstOf(item.findings)
  const isPutAway = item.action === 'skip' || item.action === 'same'
  return (
    <li ref={row} className="border-rule border-b [contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
      <button
        type="button"
        aria-current={isSelected || undefined}
        onClick={onSelect}
        className="grid w-full gap-0.5 border-transparent border-l-[3px] px-2 py-2 text-left text-small -outline-offset-2 active:bg-sunk aria-[current=true]:border-pencil aria-[current=true]:bg-sunk"
      >
        <span className="flex flex-wrap justify-between gap-x-3 text-ink-2 text-meta">
          <span>{place(item.place) || t('place.number', { number: item.position + 1 })}</span>
          <span>{t(`action.${item.action}`)}</span>
        </span>
        <span lang="zh-CN" className={`line-clamp-2 break-words ${isPutAway ? 'text-ink-3' : ''}`}>
          {item.draft.stem.replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '▢') || t('noStem')}
        </span>
        {worst && (
          <span className={`text-meta ${worst.severity === 'info' ? 'text-ink-2' : 'text-part'}`}>
            {worst.severity === 'error' && <span className="font-semibold">{t('severity.error')} · </span>}
            {name(worst.code)}
          </span>
        )}
      </button>
    </li>
  )
}
