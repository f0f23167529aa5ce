import { writeZip } from '../../zip'
import { columnName } from '../tables/sheet'
import { drawingParts, type Laid } from './drawing'

/** A sheet to be written: every cell is a text, so that nothing is taken for a date or run as a formula. */
export type SheetPlan = {
  name: string
  /** In characters, for each column. */
  widths: readonly number[]
  header: readonly string[]
  rows: readonly (readonly string[])[]
  /** Columns that are there for the machine. */
  hidden?: readonly number[]
  /** Values to choose from, by column. */
  choices?: { column: number; values: readonly string[] }[]
  /** On the first sheet only. */
  pictures?: readonly Laid[]
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const hex = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
const rare = /[^\t\n\u0020-\ud7ff\ue000-\ufffd]|_x/

/** XML has no control characters: a workbook writes them as `_x000D_`, and so a text that looks like one too. */
function cellText(text: string): string {
  const plain = rare.test(text)
    ? text
        .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
        .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, hex)
    : text
  return /[&<>"]/.test(plain) ? plain.replace(/[&<>"]/g, (sign) => special[sign] ?? '') : plain
}

const cell = (text: string, name: string, style: number) =>
  text === ''
    ? ''
    : `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`

function rowXml(cells: readonly string[], row: number, { names, style }: { names: readonly string[]; style: number }) {
  let inner = ''
  for (const [at, text] of cells.entries()) inner += cell(text, `${names[at]}${row}`, style)
  return `<row r="${row}">${inner}</row>`
}

function choicesXml({ choices = [], rows }: SheetPlan): string {
  if (choices.length === 0) return ''
  const last = Math.max(rows.length + 1000, 2000)
  const lists = choices.map(({ column, values }) => {
    const name = columnName(column)
    const list = cellText(`"${values.join(',')}"`)
    return `<dataValidation type="list" allowBlank="1" sqref="${name}2:${name}${last}"><formula1>${list}</formula1></dataValidation>`
  })
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

function sheetXml(sheet: SheetPlan): string {
  const { widths, header, rows, hidden = [] } = sheet
  const names = widths.map((_, at) => columnName(at))
  const columns = widths.map((width, at) => {
    const number = at + 1
    return `<col min="${number}" max="${number}" width="${width}" style="1" customWidth="1"${hidden.includes(at) ? ' hidden="1"' : ''}/>`
  })
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const body = rows.map((cells, at) => rowXml(cells, at + 2, { names, style: 1 }))
  return [
    `${head}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols><sheetData>${rowXml(header, 1, { names, style: 2 })}`,
    body.join(''),
    `</sheetData>${choicesXml(sheet)}${sheet.pictures?.length ? '<drawing r:id="rId1"/>' : ''}</worksheet>`,
  ].join('')
}

/** Two kinds of cells: texts that wrap, and headings. 49 is the format of texts. */
const styles = [
  `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>`,
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3EDE0"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')

const relation = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`
const relations = (list: readonly string[]) =>
  `${head}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`

function contentTypes(count: number, drawings: string): string {
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${sheetType}.${kind}+xml"/>`
  const sheets = Array.from({ length: count }, (_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet'))
  return [
    `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    drawings,
    part('workbook', 'sheet.main'),
    ...sheets,
    `${part('styles', 'styles')}</Types>`,
  ].join('')
}

/** A workbook of these sheets, the same bytes for the same content. */
export function workbookOf(sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  const list = sheets.map(({ name }, at) => `<sheet name="${cellText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const related = sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`))
  const book = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`
  const drawn = drawingParts(sheets[0]?.pictures ?? [])
  return writeZip([
    ['[Content_Types].xml', contentTypes(sheets.length, drawn.types)],
    ['_rels/.rels', relations([relation(1, 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', head + book],
    ['xl/_rels/workbook.xml.rels', relations([...related, relation(sheets.length + 1, 'styles', 'styles.xml')])],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)] as const),
    ...drawn.parts,
  ])
}

export const workbookMime = `${sheetType}.sheet`
