import type { Token } from 'markdown-it'
import { commonmark } from '../../html/commonmark'
import type { Media } from '../../reading'
import { escapeXml } from '../../xml'
import { ommlOf } from './formula'

/** What the document gathers on the way: its pictures, by hash, with the number under which each is known. */
export type Gathered = { media: ReadonlyMap<string, Media>; used: Map<string, number>; drawn: number }

/** Styles of our own: they tell the reader what a paragraph is, whatever its text looks like. */
export type StyleName =
  | 'Chapter'
  | 'Material'
  | 'Question'
  | 'Option'
  | 'Text'
  | 'List'
  | 'Answers'
  | 'Answer'
  | 'Label'

const style = (name: StyleName) => `<w:pPr><w:pStyle w:val="Yilian${name}"/></w:pPr>`

export const textRun = (text: string, properties = '') =>
  text === ''
    ? ''
    : `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

/** A paragraph with what stands before its tab: a number, a letter, a label. */
export const headed = (name: StyleName, head: string, runs: string) =>
  `<w:p>${style(name)}${textRun(head)}${head === '' ? '' : '<w:r><w:tab/></w:r>'}${runs}</w:p>`

const emu = 9525
const widest = 500

/** Width and height of a PNG in pixels; others are given a common size, which Word lets anybody change. */
function sizeOf({ mime, bytes }: Media): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] =
    mime === 'image/png' && bytes.length >= 24 ? [view.getUint32(16), view.getUint32(20)] : [320, 240]
  const shrunk = Math.min(1, widest / Math.max(1, width))
  return {
    width: Math.max(1, Math.round(width * shrunk)),
    height: Math.min(2000, Math.max(1, Math.round(height * shrunk))),
  }
}

function picture(hash: string, alt: string, gathered: Gathered): string {
  const { media, used } = gathered
  const found = media.get(hash)
  if (!found) return textRun(alt)
  const number = used.get(hash) ?? used.size + 1
  used.set(hash, number)
  gathered.drawn += 1
  const { width, height } = sizeOf(found)
  const size = `cx="${width * emu}" cy="${height * emu}"`
  return `<w:r><w:drawing><wp:inline><wp:extent ${size}/><wp:docPr id="${gathered.drawn}" name="picture ${gathered.drawn}" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="picture ${number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

/** The formula as Word shows it, and its LaTeX hidden beside it, so that it comes back as it was. */
function formula({ content: latex, markup }: Token, marking: string): string {
  const sign = markup === '[]' ? '$$' : '$'
  const omml = ommlOf(latex) ?? ''
  const shown = omml === '' ? textRun(`$${latex}$`) : omml
  return `<w:sdt><w:sdtPr><w:tag w:val="yilian-latex"/></w:sdtPr><w:sdtContent>${shown}${textRun(`${sign}${latex}${sign}`, `<w:rStyle w:val="YilianLatex"/>${marking}<w:vanish/>`)}</w:sdtContent></w:sdt>`
}

const marks: Record<string, string> = { strong: '<w:b/>', em: '<w:i/>', s: '<w:strike/>' }

/** Inline tokens as runs. */
function runsOf(tokens: readonly Token[], gathered: Gathered): string {
  const open: string[] = []
  const marking = () =>
    Object.values(marks)
      .filter((mark) => open.includes(mark))
      .join('')
  return tokens
    .map((token) => {
      const mark = /^(strong|em|s)_(open|close)$/.exec(token.type)
      if (mark?.[1]) {
        if (mark[2] === 'open') open.push(marks[mark[1]] ?? '')
        else open.pop()
        return ''
      }
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '<w:r><w:br/></w:r>'
      if (token.type === 'formula') return formula(token, marking())
      if (token.type === 'image')
        return picture(String(token.attrGet('src') ?? '').replace('media:', ''), token.content, gathered)
      if (token.type === 'code_inline') return textRun(token.content, `<w:rStyle w:val="YilianCode"/>${marking()}`)
      return textRun(token.content, marking())
    })
    .join('')
}

export const inlineRuns = (markdown: string, gathered: Gathered) =>
  runsOf(commonmark.parseInline(markdown, {})[0]?.children ?? [], gathered)

function tableXml(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<w:tc><w:p>${style('Text')}${cell}</w:p></w:tc>`).join('')
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="999999"/>`)
    .join('')
  return `<w:tbl><w:tblPr><w:tblStyle w:val="YilianTable"/><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol/>'.repeat(rows[0]?.length ?? 1)}</w:tblGrid>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

/**
 * Markdown as paragraphs. The first goes into `first`, which puts its number or label before it, unless it is no paragraph;
 * then `first` stands alone.
 */
export function blocksOf(markdown: string, gathered: Gathered, first: (runs: string) => string): string {
  const out: string[] = []
  const lists: { ordered: boolean; next: number }[] = []
  let rows: string[][] = []
  let isMarked = false
  for (const token of commonmark.parse(markdown, {})) {
    if (out.length === 0 && token.type !== 'paragraph_open' && token.type !== 'inline') out.push(first(''))
    if (token.type === 'bullet_list_open') lists.push({ ordered: false, next: 0 })
    else if (token.type === 'ordered_list_open')
      lists.push({ ordered: true, next: Number(token.attrGet('start') ?? 1) })
    else if (token.type.endsWith('_list_close')) lists.pop()
    else if (token.type === 'list_item_open') isMarked = false
    else if (token.type === 'table_open') rows = []
    else if (token.type === 'tr_open') rows.push([])
    else if (token.type === 'table_close') {
      out.push(tableXml(rows))
      rows = []
    } else if (token.type === 'fence' || token.type === 'code_block')
      out.push(headed('Text', '', textRun(token.content.trimEnd())))
    else if (token.type === 'inline') {
      const runs = runsOf(token.children ?? [], gathered)
      const list = lists.at(-1)
      if (rows.length > 0) rows.at(-1)?.push(runs)
      else if (list && !isMarked) {
        out.push(headed('List', '', textRun(list.ordered ? `${list.next++}. ` : '- ') + runs))
        isMarked = true
      } else out.push(out.length === 0 ? first(runs) : headed('Text', '', runs))
    }
  }
  return out.length === 0 ? first('') : out.join('')
}
