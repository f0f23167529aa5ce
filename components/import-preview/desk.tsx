import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { fixNumbered } from '@/components/import-decisions/fixes'
import { useDecisions } from '@/components/import-decisions/use-decisions'
import type { ChapterChoice } from '@/components/import-editing/about-fields'
import type { Side } from '@/components/import-panes/candidate'
import { ItemDetail } from '@/components/import-panes/item-detail'
import { ItemList } from '@/components/import-panes/item-list'
import { skipping } from '@/components/import-panes/item-tools'
import { refusalKey } from '@/components/imports/refusal'
import { useSettings } from '@/components/users/settings'
import type { ImportView, ItemView } from '@/domain/imports/output'
import { BulkBar } from './bulk-bar'
import { FilterBar } from './filter-bar'
import { KeyHelp } from './key-help'
import { ListFoot } from './list-foot'
import { usePreviewKeys } from './preview-keys'
import { useAddress } from './use-address'
import { useItems } from './use-items'

type DeskProps = {
  shown: ImportView
  chapters: readonly ChapterChoice[]
  onImport: (view: ImportView) => void
  /** Whether anything may be changed still. */
  isOpen: boolean
}

/** The three panes and the keys that work them. */
export function Desk({ shown, chapters, onImport, isOpen }: DeskProps) {
  const t = useTranslations('imports')
  const { id } = shown
  const { at, filter, put } = useAddress()
  const { items, total, query, renew, reset, after } = useItems(id, filter, true)
  const { decide, undo, error, isSending } = useDecisions({ id, onImport, renew, reset, after })
  const [side, setSide] = useState<Side>('after')
  const [editing, setEditing] = useState<number | null>(null)
  const [isHelping, setIsHelping] = useState(false)
  const first = useRef<HTMLSelectElement>(null)
  const panes = useRef<HTMLDivElement>(null)

  const index = Math.max(
    0,
    items.findIndex((one) => one.position === at),
  )
  const item: ItemView | undefined = items[index]
  const isFiltered = Object.values(filter).some((one) => one !== null)
  const select = (position: number | undefined) => {
    if (position === undefined) return
    setEditing(null)
    put({ at: String(position) })
  }
  const move = async (by: 1 | -1) => {
    panes.current?.scrollIntoView({ block: 'start' })
    const next = items[index + by]
    if (next) return select(next.position)
    if (by === 1 && query.hasNextPage && !query.isFetchingNextPage) {
      const { data } = await query.fetchNextPage()
      select(data?.pages.at(-1)?.items[0]?.position)
    }
  }
  const change = isOpen && item ? decide.bind(null, item) : undefined
  const back = async () => {
    const position = await undo()
    if (position !== null) select(position)
  }
  usePreviewKeys(
    {
      next: () => void move(1),
      previous: () => void move(-1),
      fix: (number) => {
        const fix = item && fixNumbered(item.findings, number)
        if (fix && change) void change(fix.change)
      },
      edit: () => isOpen && item && setEditing(item.position),
      skip: () => item && change && void change(skipping(item)),
      undo: () => isOpen && void back(),
      filter: () => first.current?.focus(),
      flip: () => setSide(side === 'after' ? 'before' : 'after'),
      help: () => setIsHelping(true),
    },
    useSettings().shortcuts,
  )
  return (
    <section aria-label={t('questions')}>
      <FilterBar
        shown={shown}
        filter={filter}
        first={first}
        onFilter={(next) => {
          setEditing(null)
          put({ ...next, at: null })
        }}
      />
      {isOpen && isFiltered && total !== null && total > 0 && (
        <BulkBar id={id} filter={filter} total={total} onDone={onImport} reset={reset} />
      )}
      <p role="alert" className="pb-2 text-part text-small empty:hidden">
        {error && t(refusalKey(error, t.has))}
      </p>
      <div
        ref={panes}
        aria-busy={isSending}
        className="grid border-rule border-t md:max-lg:grid-cols-2 md:max-lg:gap-x-6 lg:h-[calc(100dvh-4.5rem)] lg:min-h-[32rem] lg:grid-cols-[minmax(0,17fr)_minmax(0,20fr)_minmax(0,29fr)] lg:grid-rows-[minmax(0,1fr)]"
      >
        <div
          className={`min-w-0 md:max-lg:col-span-2 lg:overflow-y-auto lg:overscroll-contain lg:border-rule lg:border-r ${at === null ? '' : 'max-lg:hidden'}`}
        >
          <ItemList items={items} selected={item?.position ?? null} onSelect={select} />
          <ListFoot query={query} isEmpty={items.length === 0} isFiltered={isFiltered} />
        </div>
        {item && (
          <div className={`contents ${at === null ? 'max-lg:hidden' : ''}`}>
            <Stepping
              count={t('stepping', { number: index + 1, of: total ?? items.length })}
              onList={() => put({ at: null })}
              onMove={(by) => void move(by)}
            />
            <ItemDetail
              id={id}
              item={item}
              before={isFiltered ? null : (items[index - 1] ?? null)}
              chapters={chapters}
              side={side}
              onFlip={() => setSide(side === 'after' ? 'before' : 'after')}
              isEditing={editing === item.position}
              onEdit={(on) => setEditing(on ? item.position : null)}
              onChange={change}
            />
          </div>
        )}
      </div>
      {isHelping && <KeyHelp onClose={() => setIsHelping(false)} />}
    </section>
  )
}

type SteppingProps = { count: string; onList: () => void; onMove: (by: 1 | -1) => void }

/** On phones one question fills the page: back to the list, and to its neighbours. */
function Stepping({ count, onList, onMove }: SteppingProps) {
  const t = useTranslations('imports')
  const look = 'min-h-11 rounded-button px-2 font-semibold text-deed text-small'
  return (
    <div className="sticky top-0 z-10 -mx-2 flex md:col-span-2 items-center gap-2 border-rule border-b bg-paper lg:hidden">
      <button type="button" onClick={onList} className={look}>
        {t('toList')}
      </button>
      <span className="flex-1 text-center text-ink-2 text-meta">{count}</span>
      <button type="button" onClick={() => onMove(-1)} className={look}>
        {t('previous')}
      </button>
      <button type="button" onClick={() => onMove(1)} className={look}>
        {t('next')}
      </button>
    </div>
  )
}
