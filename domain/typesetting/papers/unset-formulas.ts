import type { QuestionContent } from '@/domain/questions/input'
import { formulaTypst } from '../formulas'
import { type MarkdownNode, treeOf } from '../tree'

const formulasIn = (node: MarkdownNode): { latex: string; display: boolean }[] => [
  ...(node.token.children ?? [])
    .filter((one) => one.type === 'formula')
    .map((one) => ({ latex: one.content, display: one.markup === '[]' })),
  ...node.children.flatMap(formulasIn),
]

/** The LaTeX of a question that stays as it was written, because it has no form on paper. */
export function unsetFormulas(content: QuestionContent): string[] {
  const options = 'options' in content ? content.options.flatMap(({ text, explanation }) => [text, explanation]) : []
  const essay = content.type === 'essay' ? [content.modelAnswer, ...content.markingPoints.map(({ text }) => text)] : []
  return [content.material?.text ?? '', content.stem, content.explanation, ...options, ...essay]
    .flatMap((text) => treeOf(text).flatMap(formulasIn))
    .filter(({ latex, display }) => formulaTypst(latex, display) === null)
    .map(({ latex }) => latex)
}
