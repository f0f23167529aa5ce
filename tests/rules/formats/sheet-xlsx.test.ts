import type { WorkSheet } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { librarySheets } from '@/domain/formats/sheets/xlsx/library-sheets'
import { sheetsIn } from '@/domain/formats/sheets/xlsx/workbook-parts'
import { readZip } from '@/domain/formats/zip'
import { somePictures } from '../../support/bank-arbitrary'
import { codesOf, readBook, sheetOf, told, workbook } from '../../support/sheets'

const cell = (v: number | string | boolean, z?: string) => ({
  t: typeof v === 'number' ? 'n' : typeof v === 'boolean' ? 'b' : 's',
  v,
  z,
})

/** Cells of every kind, in several sheets. */
function kinds(): WorkSheet {
  const sheet = sheetOf([['文字', ' 前后有空格 ', 'a\nb', '&<>"\'', '_x000D_', '\u0001', '', '007']])
  const cells = [
    cell(12),
    cell(1.5),
    cell(0.1 + 0.2),
    cell(123456789012),
    cell(1e21),
    cell(-3),
    cell(0.33, '0%'),
    cell(45355, 'yyyy-mm-dd'),
    cell(45355, 'm"月"d"日"'),
    cell(0.5, 'h:mm'),
    cell(1234.5, '#,##0.00'),
    cell(true),
    cell(false),
    cell(3, '@'),
    cell(45355, 'm/d/yy'),
  ]
  for (const [at, one] of cells.entries()) sheet[`${String.fromCharCode(65 + at)}3`] = one
  sheet.AB7 = cell('远')
  sheet['!ref'] = 'A1:AB9'
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 5, c: 1 } }]
  return sheet
}

/** What stands in a grid, whatever stands empty around it. */
const contentOf = (sheets: ReturnType<typeof librarySheets> | null) =>
  sheets?.map(({ name, grid }) => ({
    name,
    cells: grid.rows.flatMap((row, at) =>
      row.flatMap((text, column) => (text.trim() === '' ? [] : [[at, column, text.trim()]])),
    ),
    dates: [...grid.dates],
    merges: grid.merges,
  }))

describe('workbooks by hand', () => {
  test('show what the library shows', async () => {
    const bytes = workbook({ 甲: kinds(), 'a & b': [['x', 1], [], ['y']], 空: [] })
    const ours = contentOf(sheetsIn(await readZip(bytes), 100))
    expect(ours).toEqual(contentOf(librarySheets(bytes, 100)))
    expect(ours?.[0]?.cells.length).toBeGreaterThan(20)
    expect(ours?.[0]?.dates).toHaveLength(4)
  })

  test('no more rows than asked for', async () => {
    const bytes = workbook({ 甲: Array.from({ length: 50 }, (_, at) => [at]) })
    expect(sheetsIn(await readZip(bytes), 10)?.[0]?.grid.rows).toHaveLength(10)
  })

  const part = (body: string) => `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${body}</sheetData></worksheet>`
  const book = (parts: Record<string, string>, sheet: string, pictures: Record<string, Uint8Array> = {}) => {
    const files = {
      'xl/workbook.xml': '<workbook><sheets><sheet name="题库" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet,
      ...parts,
    }
    const encoded = Object.entries(files).map(([name, xml]) => [name, new TextEncoder().encode(xml)] as const)
    return zipSync(Object.fromEntries([...encoded, ...Object.entries(pictures)]))
  }
  const strings = (...items: string[]) => ({
    'xl/sharedStrings.xml': `<sst>${items.map((item) => `<si>${item}</si>`).join('')}</sst>`,
  })
  const at = (index: number) => `<c t="s"><v>${index}</v></c>`

  test('rich text keeps its small numbers, readings of characters are left out, unnamed cells follow one another', async () => {
    const parts = strings(
      '<t>题干</t>',
      '<t>选项A</t>',
      '<t>选项B</t>',
      '<t>答案</t>',
      '<r><t>水是H</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r><r><t xml:space="preserve">O </t></r>',
      '<t>对岸</t><rPh sb="0" eb="1"><t>ㄉㄨㄟ</t></rPh><phoneticPr fontId="1"/>',
    )
    const rows = `<row>${[0, 1, 2, 3].map(at).join('')}</row><row>${at(4)}${at(5)}<c t="inlineStr"><is><t>b &amp; c&#10;d</t></is></c><c t="str"><f>1</f><v>A</v></c></row>`
    const reading = await readBook(book(parts, part(rows)))
    expect(told(reading)).toEqual([[null, '水是H₂O', '对岸|b & c\nd', 'A']])
    expect(codesOf(reading)).toEqual([])
  })

  const text = (...cells: string[]) =>
    `<row>${cells.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join('')}</row>`
  const related = (target: string, id = 'rId1') =>
    `<Relationships><Relationship Id="${id}" Target="${target}"/></Relationships>`
  const anchor = (column: number, row: number, id: string) =>
    `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row></xdr:from><xdr:pic><a:blip xmlns:r="r" r:embed="${id}"/></xdr:pic></xdr:twoCellAnchor>`

  test('pictures over cells and in cells belong to the text there, others to the stem; what is none is told', async () => {
    const [first, second] = somePictures
    const pictures = {
      'xl/media/image1.png': first?.bytes ?? new Uint8Array(),
      'xl/media/image2.png': second?.bytes ?? new Uint8Array(),
      'xl/media/image3.emf': new Uint8Array(40),
    }
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': related('../drawings/drawing1.xml'),
      'xl/drawings/drawing1.xml': `<xdr:wsDr>${anchor(2, 1, 'rId1')}${anchor(6, 2, 'rId1')}${anchor(0, 3, 'rId3')}${anchor(0, 0, 'rId1')}</xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="../media/image1.png"/><Relationship Id="rId3" Target="../media/image3.emf"/></Relationships>',
      'xl/cellimages.xml':
        '<etc:cellImages><etc:cellImage><xdr:pic><xdr:cNvPr id="1" name="ID_A1"/><a:blip r:embed="rId9"/></xdr:pic></etc:cellImage></etc:cellImages>',
      'xl/_rels/cellimages.xml.rels': related('media/image2.png', 'rId9'),
    }
    const rows = [
      text('题干', '答案', '选项A', '选项B', '题干图片'),
      text('这个标志是', 'A', '', '禁止'),
      text('那个标志是', 'B', '允许', '=DISPIMG("ID_A1",1)', 'b.jpg'),
      text('哪个标志是', 'B', '允许', '=DISPIMG("ID_XX",1)'),
    ]
    const reading = await readBook(book(parts, part(rows.join('')), pictures))
    const shown = (hash: string | undefined) => `![](media:${hash})`
    expect(told(reading)).toEqual([
      [null, '这个标志是', `${shown(first?.hash)}|禁止`, 'A'],
      [null, `那个标志是\n\n${shown(first?.hash)}`, `允许|${shown(second?.hash)}`, 'B'],
      [null, '哪个标志是', '允许', 'B'],
    ])
    expect([...reading.media.keys()].sort()).toEqual([first?.hash, second?.hash].sort())
    expect(reading.questions.map(({ findings }) => findings.map(({ code, params }) => [code, params.seen]))).toEqual([
      [],
      [['MEDIA_MISSING', 'b.jpg']],
      [
        ['MEDIA_MISSING', 'xl/media/image3.emf'],
        ['MEDIA_MISSING', 'ID_XX'],
      ],
    ])
  })

  test('a sheet that breaks off is damaged, and not a shorter one', async () => {
    const broken = part('<row><c t="inlineStr"><is><t>题干</t></is></c></row>').replace('</sheetData></worksheet>', '')
    await expect(readBook(book({}, broken))).rejects.toMatchObject({
      finding: { code: 'FILE_DAMAGED' },
    })
  })

  test('a row number or column beyond all bounds makes no room', async () => {
    const far = part(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>',
    )
    const grid = sheetsIn(await readZip(book({}, far)), 1000)?.[0]?.grid
    expect(grid?.rows).toEqual([['1']])
  })
})

test('tables of HTML that call themselves .xls', async () => {
  const html =
    '<html><body><table><tr><td>题干</td><td>选项A</td><td>选项B</td><td>答案</td></tr><tr><td>接案时</td><td>接纳</td><td>训斥</td><td>A</td></tr></table></body></html>'
  const reading = await readBook(new TextEncoder().encode(html))
  expect(reading.format).toBe('xls')
  expect(told(reading)).toEqual([[null, '接案时', '接纳|训斥', 'A']])
})
