import type { Draft } from '@/domain/formats/draft'

/** What was written of a question and not saved yet: a reload, or a look at another question, must not lose it. */
const keyOf = (id: string, position: number) => `import-edit:${id}:${position}`

export function readEdit(id: string, position: number): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(id, position)) ?? 'null') as Draft | null
  } catch {
    // Closed or damaged storage: the form begins with what the server has.
    return null
  }
}

export function keepEdit(id: string, position: number, draft: Draft | null) {
  try {
    if (draft) sessionStorage.setItem(keyOf(id, position), JSON.stringify(draft))
    else sessionStorage.removeItem(keyOf(id, position))
  } catch {
    // The form itself still holds it.
  }
}

/** The parts of a draft that were changed, for the server to put in place of its own. */
export function changedParts(before: Draft, after: Draft): Partial<Draft> {
  const names = Object.keys(after) as (keyof Draft)[]
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(changed.map((name) => [name, after[name]]))
}
