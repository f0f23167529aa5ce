/**
 * What is practised beyond the daily set, as it stands in addresses:
 * `/practice/{subject}/drill?mode=custom&chapters=a,b&count=10&pick=unseen`.
 */
import type { Practice } from '@/components/attempts/entries'
import type { AttemptMode, Pick as Drawn, PracticeScope } from '@/domain/attempts/input'

const modes = ['chapter', 'mistakes', 'favourites', 'custom'] as const satisfies readonly AttemptMode[]
const drawn = ['unseen', 'wrong', 'all'] as const satisfies readonly Drawn[]

const oneOf = <T extends string>(list: readonly T[], value: string | null) => list.find((one) => one === value)

/** What an address asks for; null when it asks for nothing that there is. */
export function practiceIn(search: URLSearchParams, subject: string): Practice | null {
  const mode = oneOf(modes, search.get('mode'))
  const chapter = search.get('chapter') || undefined
  if (!mode || (mode === 'chapter' && !chapter)) return null
  if (mode !== 'custom') return { mode, subject, ...(chapter && { chapter }) }
  const chapters = (search.get('chapters') ?? '').split(',').filter(Boolean).sort()
  const count = Number(search.get('count'))
  return {
    mode,
    subject,
    ...(chapters.length > 0 && { chapters }),
    count: Number.isInteger(count) && count >= 1 && count <= 100 ? count : 10,
    pick: oneOf(drawn, search.get('pick')) ?? 'all',
  }
}

/** The address, without its language, at which this is practised. */
export function drillPath({ mode, subject, chapter, chapters, count, pick }: Practice): string {
  const search = new URLSearchParams({ mode })
  if (chapter) search.set('chapter', chapter)
  if (chapters) search.set('chapters', chapters.join(','))
  if (count) search.set('count', String(count))
  if (pick) search.set('pick', pick)
  return `/practice/${subject}/drill?${search}`
}

type Begun = { mode: AttemptMode; subject: string; on: string | null; scope: PracticeScope | null }

/** What an attempt that the server knows is of, so that it can be gone on with, or done again. */
export function practiceOf({ mode, subject, on, scope }: Begun): Practice {
  const { chapters, count, pick } = scope ?? {}
  if (mode === 'daily') return { mode, subject, ...(on && { on }) }
  if (mode === 'custom') return { mode, subject, ...(chapters && { chapters }), count, pick }
  return { mode, subject, ...(chapters?.[0] && { chapter: chapters[0] }) }
}

/** The address at which it is begun anew, whatever is unfinished. */
export const drillPathAnew = (practice: Practice) => `${drillPath(practice)}&again=1`

/**
 * One name for what is practised: under it an unfinished attempt is found again. There is one custom set at a time, as
 * on the server.
 */
export const nameOf = (practice: Practice) =>
  practice.mode === 'custom' ? `/practice/${practice.subject}/custom` : drillPath(practice)
