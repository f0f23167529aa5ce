import { writeZip } from '@/domain/formats/zip'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A run of plain text; tabs and line breaks as Word writes them. */
export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${text
    .split(/([\t\n])/)
    .map((part) =>
      part === '\t' ? '<w:tab/>' : part === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`,
    )
    .join('')}</w:r>`

export const paragraph = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`

export const numbered = (content: string, id: number, level = 0) =>
  paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`)

export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

export const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`

type Word = {
  body: string
  numbering?: string
  styles?: string
  /** Relations: id → [type, target, mode] */
  relations?: Record<string, readonly [string, string, string?]>
  parts?: readonly (readonly [string, Uint8Array | string])[]
}

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A .docx of just the parts that are given, as no library would write it. */
export function wordFile({ body, numbering, styles, relations = {}, parts = [] }: Word): Promise<Uint8Array> {
  const all: Record<string, readonly [string, string, string?]> = {
    ...relations,
    ...(numbering && { rNum: ['numbering', 'numbering.xml'] }),
    ...(styles && { rSty: ['styles', 'styles.xml'] }),
  }
  const rels = Object.entries(all).map(
    ([id, [type, target, mode]]) =>
      `<Relationship Id="${id}" Type="${relationType}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  const part = (name: string, content: string | undefined): (readonly [string, string])[] =>
    content ? [[`word/${name}.xml`, `<w:${name} ${namespaces}>${content}</w:${name}>`]] : []
  return writeZip([
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    [
      '_rels/.rels',
      `<Relationships><Relationship Id="r1" Type="${relationType}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', `<Relationships>${rels.join('')}</Relationships>`],
    ...part('numbering', numbering),
    ...part('styles', styles),
    ...parts,
  ])
}
