import type { ReadQuestion } from '../../reading'
import { fingerprintOf } from './headers'

/** A question with what its row says of the case it belongs to. */
export type Member = { question: ReadQuestion; caseId: string }

/** What tells that two rows in turn belong together: the number of their case, else its text. */
const keyOf = ({ question, caseId }: Member) => caseId || (question.draft.material?.text ?? '')

function asGroup(members: readonly Member[]) {
  const [first] = members
  const material = members.find(({ question }) => question.draft.material)?.question.draft.material
  if (!first || !material) return
  // The same case has the same id in every file and at every import.
  const id = first.caseId || `case-${fingerprintOf([material.title, material.text])}`
  for (const [at, { question }] of members.entries()) {
    question.draft.material = material
    question.draft.group = { id, index: at + 1, of: members.length }
  }
}

/** Marks rows in turn that share material as one group. */
export function markGroups(members: readonly Member[]) {
  let run: Member[] = []
  for (const member of members) {
    const [first] = run
    if (first && keyOf(first) !== keyOf(member)) {
      asGroup(run)
      run = []
    }
    if (keyOf(member) !== '') run.push(member)
  }
  asGroup(run)
}
