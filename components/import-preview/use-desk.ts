import { useState } from 'react'
import { useDecisions } from '@/components/import-decisions/use-decisions'
import { useAddress } from '@/components/import-filters/use-address'
import type { Side } from '@/components/import-panes/candidate'
import type { ImportView, ItemView } from '@/domain/imports/output'
import { useItems } from './use-items'

type DeskOf = { id: string; isOpen: boolean; onImport: (view: ImportView) => void; onMove: () => void }

/** What the three panes share: the questions under the filter, the one on show, and what can be done with it. */
export function useDesk({ id, isOpen, onImport, onMove }: DeskOf) {
  const { at, filter, put } = useAddress()
  const { items, total, query, renew, reset, after } = useItems(id, filter, true)
  const { decide, undo, lastAt, error, isSending } = useDecisions({ id, onImport, renew, reset, after })
  const [side, setSide] = useState<Side>('after')
  const [editing, setEditing] = useState<number | null>(null)
  const index = Math.max(
    0,
    items.findIndex((one) => one.position === at),
  )
  const item: ItemView | undefined = items[index]
  const show = (changes: Parameters<typeof put>[0]) => {
    setEditing(null)
    put(changes)
  }
  const select = (position: number | undefined) => {
    if (position !== undefined) show({ at: String(position) })
  }
  const move = async (by: 1 | -1) => {
    onMove()
    const next = items[index + by]
    if (next) return select(next.position)
    if (by === 1 && query.hasNextPage && !query.isFetchingNextPage) {
      const { data } = await query.fetchNextPage()
      select(data?.pages.at(-1)?.items[0]?.position)
    }
  }
  const back = async () => {
    const position = isOpen ? lastAt() : null
    if (position === null) return
    select(position)
    await undo()
  }
  return {
    ...{ at, filter, items, total, query, reset, item, index, show, select, move, back, error, isSending },
    isFiltered: Object.values(filter).some((one) => one !== null),
    change: isOpen && item ? decide.bind(null, item) : undefined,
    side,
    flip: () => setSide(side === 'after' ? 'before' : 'after'),
    isEditing: isOpen && item !== undefined && editing === item.position,
    edit: (on: boolean) => setEditing(on && item ? item.position : null),
  }
}
