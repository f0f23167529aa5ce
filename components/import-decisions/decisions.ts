import type { ItemPatch } from '@/domain/imports/input'
import type { ItemView } from '@/domain/imports/output'

export type Change = Omit<ItemPatch, 'position'>
type Before = Pick<ItemView, 'position' | 'draft' | 'action' | 'touched'>

/** What was decided of a question, and what it was before; merged, also what it was merged into. */
export type Decision = { change: Change; before: Before; into?: Before }

/** One goes back over the last few, not over a day's work; undoing the whole import is another thing. */
const kept = 50
const keyOf = (id: string) => `import-decisions:${id}`

export function readDecisions(id: string): Decision[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(id)) ?? '[]') as Decision[]
  } catch {
    // Storage that is closed or damaged only takes the way back with it.
    return []
  }
}

export function writeDecisions(id: string, decisions: readonly Decision[]) {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(decisions.slice(-kept)))
  } catch {
    // Full or closed: what was decided is on the server all the same.
  }
}

const content = [
  'type',
  'stem',
  'options',
  'choices',
  'blanks',
  'numeric',
  'modelAnswer',
  'markingPoints',
  'explanation',
  'topics',
  'material',
] as const satisfies readonly (keyof NonNullable<Change['draft']>)[]

/** The parts that splitting, merging and retyping move about. */
const contentOf = ({ draft }: Before): NonNullable<Change['draft']> =>
  Object.fromEntries(content.map((name) => [name, draft[name]]))

const partsOf = ({ draft }: Before, changed: object): NonNullable<Change['draft']> =>
  Object.fromEntries(Object.entries(draft).filter(([name]) => Object.hasOwn(changed, name)))

/** A decision that was the check's own is given back to it. */
const actionOf = ({ touched, action }: Before) => (touched && action !== 'wait' ? action : null)

/** A step back; `next` stands for the question after another one, whose position only the server knows. */
export type Step = ItemPatch | { next: number; change: Change }

/** What brings back what was before. */
export function stepsBack({ change, before, into }: Decision): Step[] {
  const { position } = before
  if (change.op === 'split')
    return [
      { next: position, change: { op: 'merge' } },
      { position, draft: contentOf(before) },
    ]
  if (change.op === 'merge' && into)
    return [
      { position: into.position, op: 'split', at: endOf(into) },
      { next: into.position, change: { draft: contentOf(before) } },
      { position: into.position, draft: contentOf(into) },
    ]
  if (change.op === 'retype') return [{ position, draft: contentOf(before) }]
  return [
    {
      position,
      ...(change.draft && { draft: partsOf(before, change.draft) }),
      ...(change.action !== undefined && { action: actionOf(before) }),
    },
  ]
}

const endOf = ({ draft }: Before) => ({ stem: draft.stem.length, option: draft.options.length })
