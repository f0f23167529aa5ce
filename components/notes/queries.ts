import { type Filter, searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import { asSomebody } from '@/components/users/as-somebody'
import type { NotesView } from '@/domain/notes/output'

export type Note = NotesView['items'][number]

export const fetchNotes = (filter: Filter, cursor: string | null) =>
  api<NotesView>(`/notes${searchOf({ ...filter, cursor })}`)

/** Keeps a note with a question; an empty one is taken away. */
export const saveNote = (question: string, text: string) =>
  asSomebody(() =>
    text === ''
      ? api(`/notes/${question}`, { method: 'DELETE' })
      : api(`/notes/${question}`, { method: 'PUT', body: { text } }),
  )
