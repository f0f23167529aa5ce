import { escapeXml } from '../../xml'
import { writeZip } from '../../zip'
import type { Gathered } from './blocks'

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

type StyleSpec = readonly [id: string, name: string, pPr: string, rPr: string]

/** In the order that Word's schema asks for: it refuses files that have it otherwise. */
const layout = ({
  keep = false,
  page = false,
  tab = 0,
  before = 0,
  after = 40,
  left = 0,
  hanging = 0,
  centre = false,
}) =>
  [
    keep ? '<w:keepNext/>' : '',
    page ? '<w:pageBreakBefore/>' : '',
    tab > 0 ? `<w:tabs><w:tab w:val="left" w:pos="${tab}"/></w:tabs>` : '',
    `<w:spacing w:before="${before}" w:after="${after}"/>`,
    left > 0 ? `<w:ind w:left="${left}"${hanging > 0 ? ` w:hanging="${hanging}"` : ''}/>` : '',
    centre ? '<w:jc w:val="center"/>' : '',
  ].join('')
const numbered = { tab: 480, before: 160, left: 480, hanging: 480 }

const styles: readonly StyleSpec[] = [
  ['Title', 'Title', layout({ after: 240, centre: true }), '<w:b/><w:sz w:val="32"/>'],
  ['YilianChapter', 'Yilian Chapter', layout({ keep: true, before: 240, after: 120 }), '<w:b/><w:sz w:val="26"/>'],
  ['YilianMaterial', 'Yilian Material', layout({ keep: true, before: 200 }), '<w:b/>'],
  ['YilianQuestion', 'Yilian Question', layout({ ...numbered, keep: true }), ''],
  ['YilianOption', 'Yilian Option', layout({ tab: 960, left: 960, hanging: 480 }), ''],
  ['YilianText', 'Yilian Text', layout({ left: 480 }), ''],
  ['YilianList', 'Yilian List', layout({ left: 720 }), ''],
  ['YilianAnswers', 'Yilian Answers', layout({ page: true, after: 200 }), '<w:b/><w:sz w:val="28"/>'],
  ['YilianAnswer', 'Yilian Answer', layout(numbered), '<w:b/>'],
  ['YilianLabel', 'Yilian Label', layout({ left: 480 }), '<w:sz w:val="19"/>'],
]

function stylesXml(): string {
  const made = styles.map(
    ([id, name, pPr, rPr]) =>
      `<w:style w:type="paragraph"${id === 'Title' ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${pPr}</w:pPr>${rPr === '' ? '' : `<w:rPr>${rPr}</w:rPr>`}</w:style>`,
  )
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
  return `${header}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="character" w:customStyle="1" w:styleId="YilianLatex"><w:name w:val="Yilian Latex"/></w:style><w:style w:type="character" w:customStyle="1" w:styleId="YilianCode"><w:name w:val="Yilian Code"/><w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="YilianTable"><w:name w:val="Yilian Table"/></w:style>${made.join('')}</w:styles>`
}

const extensions: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
}

export const titleXml = (text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`

/** The package around a body: A4, pages of a size to print. */
export function packageOf(body: string, { media, used }: Gathered): Promise<Uint8Array> {
  const pictures = [...used].flatMap(([hash, number]) => {
    const picture = media.get(hash)
    const extension = picture && extensions[picture.mime]
    return picture && extension ? [{ number, name: `media/picture${number}.${extension}`, bytes: picture.bytes }] : []
  })
  const types = Object.entries(extensions).map(([mime, name]) => `<Default Extension="${name}" ContentType="${mime}"/>`)
  const relations = pictures.map(
    ({ number, name }) => `<Relationship Id="rIdP${number}" Type="${relationType}/image" Target="${name}"/>`,
  )
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
  const packageRelations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
  return writeZip([
    [
      '[Content_Types].xml',
      `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}<Override PartName="/word/document.xml" ContentType="${contentType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${header}<Relationships ${packageRelations}><Relationship Id="rId1" Type="${relationType}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/document.xml', `${header}<w:document ${namespaces}><w:body>${body}${page}</w:body></w:document>`],
    [
      'word/_rels/document.xml.rels',
      `${header}<Relationships ${packageRelations}><Relationship Id="rIdStyles" Type="${relationType}/styles" Target="styles.xml"/>${relations.join('')}</Relationships>`,
    ],
    ['word/styles.xml', stylesXml()],
    ...pictures.map(({ name, bytes }) => [`word/${name}`, bytes] as const),
  ])
}
