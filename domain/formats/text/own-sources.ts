import type { Source } from '@/domain/questions/input'

const law = /^《(.+)》（(\d{4}-\d{2}-\d{2})）(.+?)：“(.+)”$/s
const document = /^《(.+)》（(.+)，(\d{4}-\d{2}-\d{2})）(.+)$/s
const theory = /^(.+?)（(.+?)）：(.+)$/s
const bank = /^(.+)（(.*)）$/s

/** A source as docx/writing/question.ts writes it. Anything else is the name of a bank. */
export function ownSource(text: string): Source {
  const byLaw = law.exec(text)
  if (byLaw?.[1] && byLaw[2] && byLaw[3] && byLaw[4])
    return { law: byLaw[1], edition: byLaw[2], article: byLaw[3], quote: byLaw[4] }
  const byDocument = document.exec(text)
  if (byDocument?.[1] && byDocument[2] && byDocument[3] && byDocument[4])
    return { document: byDocument[1], issuer: byDocument[2], date: byDocument[3], section: byDocument[4] }
  const byTheory = theory.exec(text)
  if (byTheory?.[1] && byTheory[2] && byTheory[3])
    return { theory: byTheory[1], author: byTheory[2], idea: byTheory[3] }
  const byBank = bank.exec(text)
  return byBank?.[1] ? { bank: byBank[1], place: byBank[2] ?? '' } : { bank: text, place: '' }
}
