import { mathOf } from '@/domain/formats/markdown/math'
import { childrenOf, type Element, readXml, textOf } from '@/domain/formats/xml'
import { stringTypst } from './typst'

class NoForm extends Error {}

const invisible = /^[\u2061-\u2064\u200B]*$/
const bars = ['ˉ', '‾', '¯', '_']

/** One sign stands as it is, words stand upright; marks of ASCII mean something to Typst, and are escaped. */
function sign(text: string): string {
  if (invisible.test(text)) return ''
  if (/^\d+(\.\d+)?$/.test(text)) return text
  if ([...text].length > 1) return stringTypst(text)
  return /[!-/:-@[-`{-~]/.test(text) ? `\\${text}` : text
}

const argument = (element: Element | undefined) => (element ? sequence([element]) : '') || '""'
const call = (name: string, ...args: string[]) => `${name}(${args.join(', ')})`
const isMark = (element: Element | undefined, marks: readonly string[]) =>
  element?.local === 'mo' && marks.includes(textOf(element))

type Form = (children: Element[], element: Element) => string

const within: Form = (children) => sequence(children)
const leaf: Form = (_, one) => sign(textOf(one))

const forms: Record<string, Form> = {
  ...{ mrow: within, mstyle: within, mpadded: within, mi: leaf, mn: leaf, mo: leaf },
  mtext: (_, one) => stringTypst(textOf(one).replaceAll('\u00A0', ' ')),
  mspace: () => 'space',
  mfrac: ([top, bottom]) => call('frac', argument(top), argument(bottom)),
  msup: ([base, sup]) => call('attach', argument(base), `t: ${argument(sup)}`),
  msub: ([base, sub]) => call('attach', argument(base), `b: ${argument(sub)}`),
  msubsup: ([base, sub, sup]) => call('attach', argument(base), `t: ${argument(sup)}`, `b: ${argument(sub)}`),
  msqrt: (children) => call('sqrt', sequence(children) || '""'),
  mroot: ([base, degree]) => call('root', argument(degree), argument(base)),
  munder: ([base, under]) => call('attach', call('limits', argument(base)), `b: ${argument(under)}`),
  mover: ([base, over]) =>
    isMark(over, bars)
      ? call('overline', argument(base))
      : call('attach', call('limits', argument(base)), `t: ${argument(over)}`),
  munderover: ([base, under, over]) =>
    call('attach', call('limits', argument(base)), `t: ${argument(over)}`, `b: ${argument(under)}`),
  mtable: (rows) => call('mat', 'delim: #none', rows.map((row) => childrenOf(row).map(argument).join(', ')).join('; ')),
  mtd: within,
}

function sequence(elements: readonly Element[]): string {
  return elements
    .map((one) => {
      const form = Object.hasOwn(forms, one.local) ? forms[one.local] : undefined
      if (!form) throw new NoForm(one.local)
      return form(childrenOf(one), one)
    })
    .filter(Boolean)
    .join(' ')
}

/** LaTeX as Typst's math, by way of the MathML that a page shows of it; null for what has no form here. */
export function formulaTypst(latex: string, display: boolean): string | null {
  const html = mathOf(latex, display)
  const math = html && /<math[\s\S]*<\/math>/.exec(html)?.[0]
  if (!math) return null
  const row = childrenOf(readXml(math), 'semantics').flatMap((one) => childrenOf(one))[0]
  try {
    return row ? sequence([row]) : null
  } catch (error) {
    if (error instanceof NoForm) return null
    throw error
  }
}
