import { codeSpan, scriptOf } from '../html/escape'
import { pictureMarkdown } from '../media'
import { escapeInline } from '../text/escape-inline'
import { childOf, childrenOf, descendantsOf, type Element, textOf } from '../xml'
import { emphasised, withMarks } from './emphasis'
import { type Notes, withoutSigns } from './notes'
import { valOf } from './numbering'
import { latexOfOmml } from './omml'
import { type Package, pictureFor } from './package'

export type Context = {
  file: Package
  notes: Notes
  /** A paragraph that we have written: its bold and italic are Markdown's. */
  own?: boolean
}

/** The text of a paragraph, and the text boxes that hang on it. */
export type Inline = { text: string; boxes: Element[] }

const isOn = (element: Element | undefined) =>
  element !== undefined && !['0', 'false', 'off', 'none'].includes(valOf(element) ?? 'on')

/** Ticks and crosses that Word writes in fonts of signs. */
const symbols: Record<string, string> = {
  F0FC: '√',
  F0FE: '√',
  F0D6: '√',
  F0FB: '×',
  F0FD: '×',
  F050: '√',
  F052: '√',
  F04F: '×',
  F051: '×',
  F0A8: '□',
  F0A3: '□',
  F06F: '□',
}

function symbol(element: Element, { notes }: Context): string {
  const code = (element.attributes.get('w:char') ?? '').toUpperCase()
  return symbols[code] ?? `□${notes.add('UNSUPPORTED_PART', `${element.attributes.get('w:font') ?? ''} ${code}`)}`
}

/** Pictures of a drawing, old or new; the equation editor's objects are formulas that nobody can read. */
function drawing(element: Element, { file, notes }: Context): string {
  const ole = descendantsOf(element, 'OLEObject')[0]
  if (ole) {
    const program = ole.attributes.get('ProgID') ?? ''
    return `［公式］${notes.add(/equation|mathtype/i.test(program) ? 'MATH_LOST' : 'UNSUPPORTED_PART', program)}`
  }
  const described = descendantsOf(element, 'docPr')[0]?.attributes
  const alt = described?.get('descr') ?? ''
  return descendantsOf(element, 'blip', 'imagedata')
    .map((one) => {
      const id = one.attributes.get('r:embed') ?? one.attributes.get('r:link') ?? one.attributes.get('r:id') ?? ''
      const picture = pictureFor(file, id)
      return 'hash' in picture ? pictureMarkdown(picture.hash, alt) : `［图］${notes.add(picture.code, picture.seen)}`
    })
    .join('')
}

function formula(element: Element, { notes }: Context): string {
  const latex = latexOfOmml(element)
  if (latex === null) return `［公式］${notes.add('MATH_LOST', textOf(element))}`
  return `$${latex}$${notes.add('MATH_CONVERTED', latex)}`
}

/** 着重号 is emphasis; bold is layout in nearly every bank, and stays out. */
function marked(text: string, rPr: Element | undefined, own: boolean): string {
  if (!rPr) return escapeInline(text)
  const vertical = valOf(childOf(rPr, 'vertAlign'))
  if (vertical === 'superscript') return scriptOf('sup', text)
  if (vertical === 'subscript') return scriptOf('sub', text)
  if (own) return ownMarks(text, rPr)
  // A blank to fill in is often nothing but underlined spaces.
  if (/^[\s\u3000\u00A0]+$/.test(text) && isOn(childOf(rPr, 'u'))) return '\\_\\_\\_\\_'
  return isOn(childOf(rPr, 'em')) && text.trim() !== '' ? `**${escapeInline(text.trim())}**` : escapeInline(text)
}

const ownMarking = [
  ['b', 'b'],
  ['i', 'i'],
  ['strike', 's'],
] as const

function ownMarks(text: string, rPr: Element): string {
  const style = valOf(childOf(rPr, 'rStyle'))
  const shown = style === 'YilianCode' ? codeSpan(text) : style === 'YilianLatex' ? text : escapeInline(text)
  const marks = ownMarking.filter(([name]) => isOn(childOf(rPr, name))).map(([, mark]) => mark)
  return withMarks(shown, marks.join(''))
}

const plainMark: Record<string, string> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '',
}

function run(element: Element, context: Context, boxes: Element[]): string {
  const rPr = childOf(element, 'rPr')
  if (rPr && isOn(childOf(rPr, 'vanish'))) return ''
  let out = ''
  for (const child of childrenOf(element)) {
    const { local } = child
    if (local === 't') out += marked(withoutSigns(textOf(child)), rPr, context.own === true)
    else if (Object.hasOwn(plainMark, local)) out += plainMark[local]
    else if (local === 'sym') out += symbol(child, context)
    else if (local === 'ruby') out += content(childOf(child, 'rubyBase'), context, boxes)
    else if (local === 'drawing' || local === 'pict' || local === 'object') out += shape(child, context, boxes)
    else if (local === 'AlternateContent') out += alternative(child, context, boxes)
    else if (local === 'instrText' && /^\s*EQ\s/i.test(textOf(child)))
      out += `［公式］${context.notes.add('MATH_LOST', textOf(child))}`
    else if (local === 'footnoteReference' || local === 'endnoteReference')
      out += context.notes.add('UNSUPPORTED_PART', local)
  }
  return out
}

function shape(element: Element, context: Context, boxes: Element[]): string {
  const found = descendantsOf(element, 'txbxContent')
  boxes.push(...found)
  return found.length > 0 ? '' : drawing(element, context)
}

/** Word writes a shape twice: as it is today, and for programs of old. */
function alternative(element: Element, context: Context, boxes: Element[]): string {
  const chosen = childOf(element, 'Choice') ?? childOf(element, 'Fallback')
  return chosen
    ? childrenOf(chosen)
        .map((one) => shape(one, context, boxes))
        .join('')
    : ''
}

/** The LaTeX that our writer has hidden beside its formula. */
function latexOfOwn(sdt: Element): string {
  const hidden = descendantsOf(sdt, 'r').find((one) => childOf(childOf(one, 'rPr'), 'vanish'))
  const rPr = hidden && childOf(hidden, 'rPr')
  return hidden && rPr ? ownMarks(withoutSigns(childrenOf(hidden, 't').map(textOf).join('')), rPr) : ''
}

const wrappers = new Set([
  'hyperlink',
  'ins',
  'moveTo',
  'smartTag',
  'sdt',
  'sdtContent',
  'fldSimple',
  'customXml',
  'dir',
  'bdo',
  'oMathPara',
])

function content(element: Element | undefined, context: Context, boxes: Element[]): string {
  if (!element) return ''
  return childrenOf(element)
    .map((child) => {
      if (child.local === 'r') return run(child, context, boxes)
      if (child.local === 'sdt' && context.own) return latexOfOwn(child) || content(child, context, boxes)
      if (child.local === 'oMath') return formula(child, context)
      if (child.local === 'AlternateContent') return alternative(child, context, boxes)
      return wrappers.has(child.local) ? content(child, context, boxes) : ''
    })
    .join('')
}

export function inlineOf(paragraph: Element, context: Context): Inline {
  const boxes: Element[] = []
  const raw = content(paragraph, context, boxes)
  const text = context.own ? emphasised(raw) : raw.replaceAll('****', '')
  return { text, boxes }
}
