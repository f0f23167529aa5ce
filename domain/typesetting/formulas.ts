import { mathOf } from '@/domain/formats/markdown/math'
import { type Form, formsOf, mathRowIn, NoForm } from '@/domain/formats/mathml'
import { childrenOf, type Element, textOf } from '@/domain/formats/xml'
import { stringTypst } from './typst'

const invisible = /^[\u2061-\u2064\u200B]*$/
/** What stands over a letter as a mark of it, and what Typst calls that. */
const accents: Record<string, string> = {
  ...{ ˉ: 'overline', '‾': 'overline', '¯': 'overline', '^': 'hat', '~': 'tilde' },
  ...{ '˙': 'dot', '¨': 'dot.double', '\u20D7': 'arrow', '→': 'arrow' },
}
const fences = /^[()[\]{}|‖⟨⟩⌊⌋⌈⌉]$/

/** One sign stands as it is, words stand upright; marks of ASCII mean something to Typst, and are escaped. */
function sign(text: string): string {
  if (invisible.test(text)) return ''
  if (/^\d+(\.\d+)?$/.test(text)) return text
  if ([...text].length > 1) return stringTypst(text)
  return /[!-/:-@[-`{-~]/.test(text) ? `\\${text}` : text
}

const argument = (element: Element | undefined) => (element ? sequence([element]) : '') || '""'
const call = (name: string, ...args: string[]) => `${name}(${args.join(', ')})`
const isFence = (element: Element | undefined) => element?.local === 'mo' && fences.test(textOf(element))

function over(base: Element | undefined, mark: Element | undefined): string {
  const accent = mark?.local === 'mo' ? accents[textOf(mark)] : undefined
  if (accent) return call(accent, argument(base))
  return call('attach', call('limits', argument(base)), `t: ${argument(mark)}`)
}

const within: Form = (children) => sequence(children)
/** Brackets around all of it are as tall as what they hold; a brace before several cases stands alone. */
const row: Form = (children) => {
  const [first, last] = [children[0], children.at(-1)]
  const isHeld = isFence(first) && (isFence(last) || children.some((one) => one.local === 'mtable'))
  return isHeld ? call('lr', sequence(children)) : sequence(children)
}
const leaf: Form = (_, one) => sign(textOf(one))

const forms: Record<string, Form> = {
  ...{ mrow: row, mstyle: within, mpadded: within, mi: leaf, mn: leaf, mo: leaf },
  mtext: (_, one) => stringTypst(textOf(one).replaceAll('\u00A0', ' ')),
  mspace: () => 'space',
  mfrac: ([top, bottom]) => call('frac', argument(top), argument(bottom)),
  msup: ([base, sup]) => call('attach', argument(base), `t: ${argument(sup)}`),
  msub: ([base, sub]) => call('attach', argument(base), `b: ${argument(sub)}`),
  msubsup: ([base, sub, sup]) => call('attach', argument(base), `t: ${argument(sup)}`, `b: ${argument(sub)}`),
  msqrt: (children) => call('sqrt', sequence(children) || '""'),
  mroot: ([base, degree]) => call('root', argument(degree), argument(base)),
  munder: ([base, under]) => call('attach', call('limits', argument(base)), `b: ${argument(under)}`),
  mover: ([base, mark]) => over(base, mark),
  munderover: ([base, under, over]) =>
    call('attach', call('limits', argument(base)), `t: ${argument(over)}`, `b: ${argument(under)}`),
  mtable: (rows) => call('mat', 'delim: #none', rows.map((row) => childrenOf(row).map(argument).join(', ')).join('; ')),
  mtd: within,
}

function sequence(elements: readonly Element[]): string {
  return formsOf(elements, forms).filter(Boolean).join(' ')
}

/** LaTeX as Typst's math, by way of the MathML that a page shows of it; null for what has no form here. */
export function formulaTypst(latex: string, display: boolean): string | null {
  const html = mathOf(latex, display)
  const row = html && mathRowIn(html)
  try {
    return row ? sequence([row]) : null
  } catch (error) {
    if (error instanceof NoForm) return null
    throw error
  }
}
