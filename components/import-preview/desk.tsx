import { useTranslations } from 'next-intl'
import { type RefObject, useRef, useState } from 'react'
import { fixNumbered } from '@/components/import-decisions/fixes'
import type { ChapterChoice } from '@/components/import-editing/about-fields'
import { BulkBar } from '@/components/import-filters/bulk-bar'
import { FilterBar } from '@/components/import-filters/filter-bar'
import { ItemDetail } from '@/components/import-panes/item-detail'
import { ItemList } from '@/components/import-panes/item-list'
import { skipping } from '@/components/import-panes/item-tools'
import { Stepping } from '@/components/import-panes/stepping'
import { refusalKey } from '@/components/staff/refusal'
import { useSettings } from '@/components/users/settings'
import type { ImportView } from '@/domain/imports/output'
import { KeyHelp } from './key-help'
import { ListFoot } from './list-foot'
import { usePreviewKeys } from './preview-keys'
import { useDesk } from './use-desk'

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
  const first = useRef<HTMLSelectElement>(null)
  const panes = useRef<HTMLDivElement>(null)
  const onMove = () => panes.current?.scrollIntoView({ block: 'start' })
  const desk = useDesk({ id: shown.id, isOpen, onImport, onMove })
  const help = useDeskKeys(desk, first)
  const { at, filter, total, error } = desk
  return (
    <section aria-label={t('questions')}>
      {/* On phones a question that is open has the page to itself. */}
      <div className={at === null ? '' : 'max-lg:hidden'}>
        <FilterBar shown={shown} filter={filter} first={first} onFilter={(next) => desk.show({ ...next, at: null })} />
        {isOpen && desk.isFiltered && total !== null && total > 0 && (
          <BulkBar id={shown.id} filter={filter} total={total} onDone={onImport} reset={desk.reset} />
        )}
      </div>
      <p role="alert" className="pb-2 text-part text-small empty:hidden">
        {error && t(refusalKey(error, t.has))}
      </p>
      <div
        ref={panes}
        aria-busy={desk.isSending}
        className="grid border-rule border-t md:max-lg:grid-cols-2 md:max-lg:gap-x-6 lg:h-[calc(100dvh-4.5rem)] lg:min-h-[32rem] lg:grid-cols-[minmax(0,17fr)_minmax(0,20fr)_minmax(0,29fr)] lg:grid-rows-[minmax(0,1fr)]"
      >
        <Panes id={shown.id} desk={desk} chapters={chapters} />
      </div>
      {help.isOpen && <KeyHelp onClose={help.close} />}
    </section>
  )
}

type OfDesk = ReturnType<typeof useDesk>

function useDeskKeys(desk: OfDesk, first: RefObject<HTMLSelectElement | null>) {
  const [isOpen, setIsOpen] = useState(false)
  const { item, change, move, back, edit, flip } = desk
  usePreviewKeys(
    {
      next: () => void move(1),
      previous: () => void move(-1),
      fix: (number) => {
        const fix = item && fixNumbered(item, number)
        if (fix && change) void change(fix.change)
      },
      edit: () => edit(true),
      skip: () => item && change && void change(skipping(item)),
      undo: () => void back(),
      filter: () => first.current?.focus(),
      flip,
      help: () => setIsOpen(true),
    },
    useSettings().shortcuts,
  )
  return { isOpen, close: () => setIsOpen(false) }
}

function Panes({ id, desk, chapters }: { id: string; desk: OfDesk; chapters: DeskProps['chapters'] }) {
  const t = useTranslations('imports')
  const { at, items, item, index, total, query, isFiltered } = desk
  return (
    <>
      <div
        className={`min-w-0 md:max-lg:col-span-2 lg:overflow-y-auto lg:overscroll-contain lg:border-rule lg:border-r ${at === null ? '' : 'max-lg:hidden'}`}
      >
        <ItemList items={items} selected={item?.position ?? null} onSelect={desk.select} />
        <ListFoot query={query} isEmpty={items.length === 0} isFiltered={isFiltered} />
      </div>
      {item && (
        <div className={`contents ${at === null ? 'max-lg:hidden' : ''}`}>
          <Stepping
            count={t('stepping', { number: index + 1, of: total ?? items.length })}
            onList={() => desk.show({ at: null })}
            onMove={(by) => void desk.move(by)}
          />
          <ItemDetail
            id={id}
            item={item}
            before={isFiltered ? null : (items[index - 1] ?? null)}
            chapters={chapters}
            side={desk.side}
            onFlip={desk.flip}
            isEditing={desk.isEditing}
            onEdit={desk.edit}
            onChange={desk.change}
          />
        </div>
      )}
    </>
  )
}
