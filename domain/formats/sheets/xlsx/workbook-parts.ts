import { finding } from '../../findings'
import { Unreadable } from '../../reading'
import { attribute, contentOf, soundText, stringText, tagsOf, unescaped } from './part-text'
import { cellPictures, type Placed, picturesOn, relationsOf } from './pictures'
import { stylesIn } from './styles'
import { type Grid, gridOf } from './worksheet'

type Files = ReadonlyMap<string, Uint8Array>

const decoder = new TextDecoder()
const textOf = (files: Files, name: string) => {
  const bytes = files.get(name)
  return bytes ? decoder.decode(bytes) : ''
}

function stringsIn(xml: string): string[] {
  const strings: string[] = []
  for (let at = 0; ; ) {
    const found = contentOf(xml, 'si', at)
    if (!found) return strings
    strings.push(soundText(stringText(found.text)))
    at = found.end
  }
}

const inCell = /^=?(?:_xlfn\.)?DISPIMG\("([^"]{1,100})"/

/** Takes the formulas of pictures out of their cells, and says which picture each was. */
function takenOut({ rows }: Grid, pictures: ReadonlyMap<string, Placed['media']>): Placed[] {
  return rows.flatMap((row, r) =>
    row.flatMap((text, c) => {
      const id = text.includes('DISPIMG') ? inCell.exec(text)?.[1] : undefined
      if (id === undefined) return []
      row[c] = ''
      return [{ r, c, media: pictures.get(id) ?? null, seen: id }]
    }),
  )
}

/**
 * The sheets of a workbook in its common form. Null when it is written in another, with prefixes or in binary parts: then
 * the library has to read it. By hand because it takes a third of the time, and this is the format that most people bring.
 */
export function sheetsIn(files: Files, mostRows: number): { name: string; grid: Grid }[] | null {
  const workbook = textOf(files, 'xl/workbook.xml')
  if (!/<workbook[\s>]/.test(workbook)) return null
  const targets = relationsOf(files, 'xl/workbook.xml')
  const inCells = cellPictures(files)
  const strings = stringsIn(textOf(files, 'xl/sharedStrings.xml'))
  const styleAt = stylesIn(textOf(files, 'xl/styles.xml'))
  const is1904 = /<workbookPr[^>]{0,1000} date1904="(?:1|true)"/.test(workbook)
  const sheets: { name: string; grid: Grid }[] = []
  for (const tag of tagsOf(workbook, 'sheet').slice(0, 100)) {
    const part = targets.get(attribute(tag, 'r:id') ?? '') ?? ''
    const xml = textOf(files, part)
    if (/<chartsheet[\s>]|<dialogsheet[\s>]/.test(xml.slice(0, 2000))) continue
    if (!/<worksheet[\s>]/.test(xml.slice(0, 5000))) return null
    const grid = gridOf(xml, { strings, styleAt, is1904 }, mostRows)
    if (!grid)
      throw new Unreadable(finding('FILE_DAMAGED', { sheet: unescaped(attribute(tag, 'name') ?? '') }, { seen: tag }))
    sheets.push({
      name: unescaped(attribute(tag, 'name') ?? ''),
      grid: { ...grid, pictures: [...picturesOn(files, part), ...takenOut(grid, inCells)] },
    })
  }
  return sheets.length > 0 ? sheets : null
}
