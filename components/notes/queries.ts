import type { Filter, Listed, Page } from '@/components/book/list'
import { searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import { asSomebody } from '@/components/users/as-somebody'

export type Note = Listed & { text: string; updatedAt: string }

export const fetchNotes = (filter: Filter, cursor: string | null) =>
  api<Page<Note>>(`/notes${searchOf({ ...filter, cursor })}`)

/** Keeps a note with a question; an empty one is taken away. */
export const saveNote = (question: string, text: string) =>
  asSomebody(() =>
    text === ''
      ? api(`/notes/${question}`, { method: 'DELETE' })
      : api(`/notes/${question}`, { method: 'PUT', body: { text } }),
  )
