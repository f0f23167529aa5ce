import { childrenOf, type Element, readXml } from './xml'

/** An element of MathML that has no form in the language that it is to be told in. */
export class NoForm extends Error {}

export type Form = (children: Element[], element: Element) => string

/** The formula in markup that KaTeX made: its row, without the LaTeX that stands beside it. */
export function mathRowIn(markup: string): Element | null {
  const math = /<math[\s\S]*<\/math>/.exec(markup)?.[0]
  const rows = math ? childrenOf(readXml(math), 'semantics').flatMap((one) => childrenOf(one)) : []
  return rows[0] ?? null
}

/** Elements one after the other, each in its form. @throws NoForm */
export function formsOf(elements: readonly Element[], forms: Readonly<Record<string, Form>>): string[] {
  return elements.map((one) => {
    const form = Object.hasOwn(forms, one.local) ? forms[one.local] : undefined
    if (!form) throw new NoForm(one.local)
    return form(childrenOf(one), one)
  })
}
