import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { setFavourite } from '@/components/favourites/queries'
import { ApiError, ConnectionError } from '@/components/http'
import { saveNote } from '@/components/notes/queries'

/** What a person has put on questions: stars and notes. */
type Known = { favourites: readonly string[]; notes: readonly { questionId: string; text: string }[] }

const nothing: Known = { favourites: [], notes: [] }

/**
 * Stars and notes of one's own. A star is drawn at once and taken back when it cannot be saved; a note is shown once it
 * is saved, for until then its text stands where it was written.
 */
export function useOwnMarks(known: Known = nothing) {
  const client = useQueryClient()
  const [stars, setStars] = useState<Record<string, boolean>>({})
  const [notes, setNotes] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<'connection' | 'server' | null>(null)
  const isStarred = (question: string) => stars[question] ?? known.favourites.includes(question)
  const noteOf = (question: string) =>
    notes[question] ?? known.notes.find((note) => note.questionId === question)?.text ?? ''
  const forget = useCallback(
    (list: 'favourites' | 'notes') => client.removeQueries({ queryKey: [list], type: 'inactive' }),
    [client],
  )
  const toggleStar = async (question: string) => {
    const starred = !isStarred(question)
    setFailed(null)
    setStars((before) => ({ ...before, [question]: starred }))
    try {
      await inTurn(() => setFavourite(question, starred))
      forget('favourites')
    } catch (error) {
      setFailed(reasonOf(error))
      setStars((before) => (before[question] === starred ? { ...before, [question]: !starred } : before))
    }
  }
  /** @throws what the API throws: the text is still where it was written. */
  const writeNote = async (question: string, text: string) => {
    await inTurn(() => saveNote(question, text))
    setNotes((before) => ({ ...before, [question]: text }))
    forget('notes')
  }
  return { isStarred, toggleStar, noteOf, writeNote, failed }
}
export type OwnMarks = ReturnType<typeof useOwnMarks>

/** Which words say why something was not saved. @throws what is no refusal and no lost connection: a fault of ours. */
export function reasonOf(error: unknown): 'connection' | 'server' {
  if (error instanceof ConnectionError) return 'connection'
  if (error instanceof ApiError) return 'server'
  throw error
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other: a star pressed twice must end as it was pressed last. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work, work)
  last = done
  return done
}
