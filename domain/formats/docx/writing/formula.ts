import katex from 'katex'
import { type Form, formsOf, mathRowIn, NoForm } from '../../mathml'
import { type Element, escapeXml, textOf } from '../../xml'

/** LaTeX as a formula of Word, by way of the MathML that KaTeX makes of it. Null for what Word has no form for here. */
export function ommlOf(latex: string): string | null {
  try {
    const html = katex.renderToString(latex, { output: 'mathml', throwOnError: true, strict: 'ignore' })
    const row = mathRowIn(html)
    if (!row) return null
    return `<m:oMath>${sequence([row])}</m:oMath>`
  } catch (error) {
    if (error instanceof katex.ParseError || error instanceof NoForm) return null
    throw error
  }
}

const argument = (name: string, element: Element | undefined) =>
  `<m:${name}>${element ? sequence([element]) : ''}</m:${name}>`
const run = (text: string, plain: boolean) =>
  `<m:r>${plain ? '<m:rPr><m:nor/></m:rPr>' : ''}<m:t xml:space="preserve">${escapeXml(text)}</m:t></m:r>`

const forms: Record<string, Form> = {
  mrow: (children) => sequence(children),
  mstyle: (children) => sequence(children),
  mpadded: (children) => sequence(children),
  mi: (_, one) => run(textOf(one), false),
  mn: (_, one) => run(textOf(one), false),
  mo: (_, one) => run(textOf(one), false),
  mtext: (_, one) => run(textOf(one), true),
  mspace: () => run(' ', true),
  mfrac: ([top, bottom]) => `<m:f>${argument('num', top)}${argument('den', bottom)}</m:f>`,
  msup: ([base, sup]) => `<m:sSup>${argument('e', base)}${argument('sup', sup)}</m:sSup>`,
  msub: ([base, sub]) => `<m:sSub>${argument('e', base)}${argument('sub', sub)}</m:sSub>`,
  msubsup: ([base, sub, sup]) =>
    `<m:sSubSup>${argument('e', base)}${argument('sub', sub)}${argument('sup', sup)}</m:sSubSup>`,
  msqrt: (children) =>
    `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${sequence(children)}</m:e></m:rad>`,
  mroot: ([base, degree]) => `<m:rad>${argument('deg', degree)}${argument('e', base)}</m:rad>`,
  munder: ([base, under]) => `<m:limLow>${argument('e', base)}${argument('lim', under)}</m:limLow>`,
  mover: ([base, over]) => `<m:limUpp>${argument('e', base)}${argument('lim', over)}</m:limUpp>`,
  munderover: ([base, under, over]) =>
    `<m:sSubSup>${argument('e', base)}${argument('sub', under)}${argument('sup', over)}</m:sSubSup>`,
}

function sequence(elements: readonly Element[]): string {
  return formsOf(elements, forms).join('')
}
