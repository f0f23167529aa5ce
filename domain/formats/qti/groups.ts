import type { ReadQuestion } from '../reading'

/** Questions about the same material that stand one after the other are counted; the id of their group names its bank too. */
export function withGroups(questions: readonly ReadQuestion[], bank: string): ReadQuestion[] {
  const counted: ReadQuestion[] = []
  let start = 0
  while (start < questions.length) {
    const first = questions[start]
    let end = start + 1
    while (first?.draft.group && isBeside(first, questions[end])) end++
    counted.push(...numbered(questions.slice(start, end), bank))
    start = end
  }
  return counted
}

const isBeside = ({ draft }: ReadQuestion, next: ReadQuestion | undefined) =>
  next?.draft.group?.id === draft.group?.id && next?.draft.material?.text === draft.material?.text

const numbered = (run: readonly ReadQuestion[], bank: string) =>
  run.map((question, index) => {
    const { group } = question.draft
    if (!group) return question
    const id = `${bank.slice(0, 40)}/${group.id}`.slice(0, 100)
    return { ...question, draft: { ...question.draft, group: { id, index: index + 1, of: run.length } } }
  })
