import { searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import type { Mapping } from '@/domain/formats/reading'
import type { ImportPatch, ItemPatch } from '@/domain/imports/input'
import type { ImportList, ImportView, ItemsView } from '@/domain/imports/output'

export type ListFilter = { subject: string | null }
/** Which questions of an import are shown, as it stands in the address. */
export type ItemFilter = {
  finding: string | null
  worst: string | null
  action: string | null
  type: string | null
}

export const fetchImports = (filter: ListFilter) => (cursor: string | null) =>
  api<ImportList>(`/imports${searchOf({ ...filter, cursor })}`)

export const fetchImport = (id: string) => api<ImportView>(`/imports/${id}`)

export const fetchItems = (id: string, filter: ItemFilter, cursor: string | null) =>
  api<ItemsView>(`/imports/${id}/items${searchOf({ ...filter, cursor })}`)

const patch = (id: string, body: ImportPatch) => api<ImportView>(`/imports/${id}`, { method: 'PATCH', body })

export const changeItems = (id: string, items: ItemPatch[]) => patch(id, { items })
export const changeBulk = (id: string, bulk: NonNullable<ImportPatch['bulk']>) => patch(id, { bulk })
export const changeMapping = (id: string, mapping: Mapping) => patch(id, { mapping })

export const commitImport = (id: string) => api<unknown>(`/imports/${id}/commit`, { method: 'POST', body: {} })
export const undoImport = (id: string) => api<unknown>(`/imports/${id}/undo`, { method: 'POST', body: {} })
export const discardImport = (id: string) => api<unknown>(`/imports/${id}`, { method: 'DELETE' })
