import type { Faults } from '@/components/forms/use-form'
import type { ResourceChange } from '@/domain/resources/desk/input'
import type { ResourceKind } from '@/domain/resources/input'

type Option = { value: string; label: string }

/** What an exam has that study material may be about, in the words of the page. */
export type Choices = {
  kinds: readonly { value: ResourceKind; label: string }[]
  levels: readonly Option[]
  subjects: readonly Option[]
}

export type Fields = Record<string, string>

/** A box of a group that may be ticked stands in a form under a name of its own. */
export const boxName = (group: 'levels' | 'subjects', value: string) => `${group}/${value}`

/** In both languages' order of the exam, and so the same however they were ticked. */
export function bodyOf(fields: Fields, choices: Choices): Required<ResourceChange> {
  const ticked = (group: 'levels' | 'subjects') =>
    choices[group].map(({ value }) => value).filter((value) => fields[boxName(group, value)])
  const { title = '', summary = '', kind, year = '' } = fields
  return {
    kind: choices.kinds.find(({ value }) => value === kind)?.value ?? 'exam-skills',
    title: title.trim(),
    summary: summary.trim(),
    levels: ticked('levels'),
    subjects: ticked('subjects'),
    year: year.trim() ? Number(year) : null,
  }
}

/** What can be seen to be wrong without asking; the server has the last word. */
export function faultsIn(fields: Fields, choices: Choices): Faults {
  const { title, summary, levels, subjects, year } = bodyOf(fields, choices)
  return {
    title: title.length < 2 ? 'required' : undefined,
    summary: summary.length < 10 ? 'short-summary' : undefined,
    levels: levels.length === 0 ? 'none-ticked' : undefined,
    subjects: subjects.length === 0 ? 'none-ticked' : undefined,
    year: year !== null && !(Number.isInteger(year) && year >= 2000 && year <= 2100) ? 'year' : undefined,
  }
}
