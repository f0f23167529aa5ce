import type { Media } from '../../reading'

/** A picture that lies over a cell; rows count from the header, which is 0. */
export type Laid = { row: number; column: number; media: Media }

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const schemas = 'http://schemas.openxmlformats.org'
const office = `${schemas}/officeDocument/2006/relationships`
/** An inch, as drawings count. */
const inch = 914_400

const extensionOf = ({ mime }: Media) => mime.replace('image/', '')
const fileOf = (media: Media) => `${media.hash}.${extensionOf(media)}`

function anchor({ row, column }: Laid, number: number, id: string): string {
  return [
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${inch}" cy="${inch}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${number + 1}" name="Picture ${number}"/><xdr:cNvPicPr/></xdr:nvPicPr>`,
    `<xdr:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    '<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>',
  ].join('')
}

/** The parts of a workbook that show pictures on its first sheet, and what its list of content types says of them. */
export function drawingParts(pictures: readonly Laid[]): { types: string; parts: [string, string | Uint8Array][] } {
  if (pictures.length === 0) return { types: '', parts: [] }
  const media = [...new Map(pictures.map((one) => [one.media.hash, one.media])).values()]
  const ids = new Map(media.map((one, at) => [one.hash, `rId${at + 1}`]))
  const relations = media.map(
    (one) => `<Relationship Id="${ids.get(one.hash)}" Type="${office}/image" Target="../media/${fileOf(one)}"/>`,
  )
  const anchors = pictures.map((one, at) => anchor(one, at + 1, ids.get(one.media.hash) ?? ''))
  const packages = `${schemas}/package/2006/relationships`
  const namespaces = `xmlns:xdr="${schemas}/drawingml/2006/spreadsheetDrawing" xmlns:a="${schemas}/drawingml/2006/main" xmlns:r="${office}"`
  const extensions = new Map(media.map((one) => [extensionOf(one), one.mime]))
  const types = [...extensions].map(([name, mime]) => `<Default Extension="${name}" ContentType="${mime}"/>`)
  const drawing = 'application/vnd.openxmlformats-officedocument.drawing+xml'
  return {
    types: `${types.join('')}<Override PartName="/xl/drawings/drawing1.xml" ContentType="${drawing}"/>`,
    parts: [
      [
        'xl/worksheets/_rels/sheet1.xml.rels',
        `${head}<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      ],
      ['xl/drawings/drawing1.xml', `${head}<xdr:wsDr ${namespaces}>${anchors.join('')}</xdr:wsDr>`],
      [
        'xl/drawings/_rels/drawing1.xml.rels',
        `${head}<Relationships xmlns="${packages}">${relations.join('')}</Relationships>`,
      ],
      ...media.map((one): [string, Uint8Array] => [`xl/media/${fileOf(one)}`, one.bytes]),
    ],
  }
}
