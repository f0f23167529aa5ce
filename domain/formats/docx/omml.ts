/**
 * Formulas of Word (OMML) as LaTeX, element by element. Null when one of them is not known: a formula is never shown in
 * part. Example: m:f with m:num 1 and m:den 2 → `\frac{1}{2}`.
 */
import katex from 'katex'
import { childOf, childrenOf, type Element, textOf } from '../xml'

/** Thrown within this file alone, where a part of a formula is not known. */
class Unknown extends Error {}

const valueIn = (element: Element | undefined, ...path: string[]): string | undefined => {
  let here = element
  for (const name of path) here = here && childOf(here, name)
  return here?.attributes.get('m:val')
}
const isOn = (element: Element, ...path: string[]) => {
  let here: Element | undefined = element
  for (const name of path) here = here && childOf(here, name)
  return here !== undefined && !['0', 'off', 'false'].includes(here.attributes.get('m:val') ?? '1')
}

const signs: Record<string, string> = { '\\': '\\backslash ', '{': '\\{', '}': '\\}', '~': '\\sim ', '^': '\\hat{\\ }' }
const special = /[\\{}~^]|[%#&_$]/g
const escaped = (text: string) => text.replace(special, (sign) => signs[sign] ?? `\\${sign}`)

/** Words stay upright and keep their spaces; letters and signs are mathematics. */
const textRun = (text: string, isPlain: boolean) =>
  isPlain
    ? `\\text{${escaped(text)}}`
    : escaped(text).replace(/[\p{Script=Han}，。；：（）、]+/gu, (words) => `\\text{${words}}`)

const inside = (element: Element | undefined): string => (element ? sequence(element) : '')
const part = (element: Element, name: string) => inside(childOf(element, name))
const braced = (element: Element, name: string) => `{${part(element, name)}}`
const alone = /^[\p{L}\p{N}]$/u
/** x^2 and not {x}^{2}: as people write it. */
const tight = (element: Element, name: string) => {
  const inner = part(element, name)
  return alone.test(inner) ? inner : `{${inner}}`
}

const brackets: Record<string, string> = {
  '{': '\\{',
  '}': '\\}',
  '⌊': '\\lfloor ',
  '⌋': '\\rfloor ',
  '⟨': '\\langle ',
  '⟩': '\\rangle ',
  '‖': '\\|',
  '': '.',
}
const bracket = (sign: string) => brackets[sign] ?? sign

function delimited(element: Element): string {
  const begin = valueIn(element, 'dPr', 'begChr') ?? '('
  const end = valueIn(element, 'dPr', 'endChr') ?? ')'
  const separator = valueIn(element, 'dPr', 'sepChr') ?? '|'
  const inner = childrenOf(element, 'e').map(sequence).join(separator)
  return `\\left${bracket(begin)}${inner}\\right${bracket(end)}`
}

const operators: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∬': '\\iint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
}

function nary(element: Element): string {
  const sign = valueIn(element, 'naryPr', 'chr') ?? '∫'
  const operator = operators[sign]
  if (!operator) throw new Unknown(sign)
  const sub = isOn(element, 'naryPr', 'subHide') || part(element, 'sub') === '' ? '' : `_${braced(element, 'sub')}`
  const sup = isOn(element, 'naryPr', 'supHide') || part(element, 'sup') === '' ? '' : `^${braced(element, 'sup')}`
  return `${operator}${sub}${sup} ${part(element, 'e')}`
}

const accents: Record<string, string> = {
  '\u0302': 'hat',
  '\u0303': 'tilde',
  '\u0304': 'bar',
  '\u0305': 'overline',
  '\u0307': 'dot',
  '\u0308': 'ddot',
  '\u20d7': 'vec',
  '\u2192': 'vec',
  '¯': 'bar',
  '^': 'hat',
  '~': 'tilde',
}

function accent(element: Element): string {
  const sign = valueIn(element, 'accPr', 'chr') ?? '\u0302'
  const name = accents[sign]
  if (!name) throw new Unknown(sign)
  return `\\${name}${braced(element, 'e')}`
}

const functions = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh ln log lg exp min max lim det gcd inf sup'.split(' '),
)

function called(element: Element): string {
  const name = part(element, 'fName').trim()
  const plain = /^(?:\\text\{)?([a-z]+)\}?$/.exec(name)?.[1]
  const shown = plain && functions.has(plain) ? `\\${plain}` : name
  return `${shown} ${braced(element, 'e')}`
}

function fraction(element: Element): string {
  const kind = valueIn(element, 'fPr', 'type')
  if (kind === 'lin' || kind === 'skw') return `${braced(element, 'num')}/${braced(element, 'den')}`
  if (kind === 'noBar') return `\\binom${braced(element, 'num')}${braced(element, 'den')}`
  return `\\frac${braced(element, 'num')}${braced(element, 'den')}`
}

const rows = (element: Element) =>
  childrenOf(element, 'mr')
    .map((row) => childrenOf(row, 'e').map(sequence).join(' & '))
    .join(' \\\\ ')

function radical(element: Element): string {
  const degree = isOn(element, 'radPr', 'degHide') ? '' : part(element, 'deg')
  return `\\sqrt${degree === '' ? '' : `[${degree}]`}${braced(element, 'e')}`
}

const limit = (element: Element, mark: '_' | '^') => {
  const base = part(element, 'e').trim()
  const name = /^(?:\\text\{)?(lim|max|min|sup|inf)\}?$/.exec(base)?.[1]
  if (name) return `\\${name}${mark}${braced(element, 'lim')}`
  return `\\${mark === '_' ? 'underset' : 'overset'}${braced(element, 'lim')}{${base}}`
}

const forms: Record<string, (element: Element) => string> = {
  r: (one) => textRun(childrenOf(one, 't').map(textOf).join(''), isOn(one, 'rPr', 'nor')),
  f: fraction,
  sSup: (one) => `${tight(one, 'e')}^${tight(one, 'sup')}`,
  sSub: (one) => `${tight(one, 'e')}_${tight(one, 'sub')}`,
  sSubSup: (one) => `${tight(one, 'e')}_${tight(one, 'sub')}^${tight(one, 'sup')}`,
  sPre: (one) => `{}_${braced(one, 'sub')}^${braced(one, 'sup')}${braced(one, 'e')}`,
  rad: radical,
  d: delimited,
  nary,
  acc: accent,
  func: called,
  limLow: (one) => limit(one, '_'),
  limUpp: (one) => limit(one, '^'),
  bar: (one) => `\\${valueIn(one, 'barPr', 'pos') === 'bot' ? 'underline' : 'overline'}${braced(one, 'e')}`,
  m: (one) => `\\begin{matrix}${rows(one)}\\end{matrix}`,
  eqArr: (one) => `\\begin{aligned}${childrenOf(one, 'e').map(sequence).join(' \\\\ ')}\\end{aligned}`,
  box: (one) => part(one, 'e'),
  borderBox: (one) => `\\boxed${braced(one, 'e')}`,
  phant: (one) => `\\phantom${braced(one, 'e')}`,
  oMath: (one) => sequence(one),
}

const silent = /Pr$|^(?:bookmarkStart|bookmarkEnd|proofErr|del|moveFrom)$/

function sequence(element: Element): string {
  return childrenOf(element)
    .map((child) => {
      if (child.local === 'ins' || child.local === 'smartTag') return sequence(child)
      if (silent.test(child.local)) return ''
      const form = Object.hasOwn(forms, child.local) ? forms[child.local] : undefined
      if (!form || child.name.startsWith('w:')) throw new Unknown(child.name)
      return form(child)
    })
    .join('')
}

const longest = 4000

/** The LaTeX of a formula, which KaTeX can show; null when it is not understood. */
export function latexOfOmml(element: Element): string | null {
  try {
    const latex = sequence(element).replace(/\s+/g, ' ').trim()
    if (latex === '' || latex.length > longest) return null
    katex.renderToString(latex, { output: 'mathml', throwOnError: true, strict: 'ignore' })
    return latex
  } catch (error) {
    if (error instanceof Unknown || error instanceof katex.ParseError) return null
    throw error
  }
}
