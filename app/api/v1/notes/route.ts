import { ownListQuerySchema } from '@/domain/attempts/input'
import { notesOutput } from '@/domain/notes/output'
import { listNotes } from '@/domain/notes/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "One's notes with their questions, the last written first",
    auth: 'required',
    query: ownListQuerySchema,
    output: notesOutput,
  },
  ({ user, query, now }) => listNotes(user.id, query, now),
)
