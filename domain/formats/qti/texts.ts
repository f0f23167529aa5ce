import { type Finding, finding, type Place } from '../findings'
import { markdownOf } from '../html'
import { textWithFormulas } from '../html/math'
import { pictureOf } from '../media'
import type { Media } from '../reading'
import { type Element, escapeXml } from '../xml'
import { decoded, resolved } from './package'

const dataUrl = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/
/** How Canvas and Common Cartridge name the folder of a course's files. */
const fileBase = /^(?:\$IMS-CC-FILEBASE\$|\$CANVAS_COURSE_REFERENCE\$|\$WIKI_REFERENCE\$)\/?/

/** Texts of one document as Markdown, with the pictures that they show and what is to be said of them. */
export class Texts {
  findings: Finding[] = []

  constructor(
    private readonly files: ReadonlyMap<string, Uint8Array>,
    private readonly media: Map<string, Media>,
    private readonly place: Place,
  ) {}

  of(html: string): string {
    if (!/[<&]/.test(html)) return this.plain(html)
    const { text, lost } = markdownOf(html, { picture: (src) => this.picture(src) })
    for (const what of lost) this.tell(what === 'math' ? 'MATH_LOST' : 'UNSUPPORTED_PART', what)
    return text
  }

  plain = (text: string) => textWithFormulas(text.replace(/\s+/g, ' ').trim())

  tell(code: 'MATH_LOST' | 'UNSUPPORTED_PART' | 'MEDIA_MISSING' | 'MEDIA_REFUSED', seen: string) {
    if (!this.findings.some((one) => one.code === code && one.params.seen === seen))
      this.findings.push(finding(code, this.place, { seen }))
  }

  private picture(src: string): string | null {
    const data = dataUrl.exec(src)?.[1]
    const name = data === undefined ? decoded(src.replace(/[?#].*$/, '')).replace(fileBase, '') : 'data'
    const bytes = data === undefined ? this.file(src, name) : new Uint8Array(Buffer.from(data, 'base64'))
    if (bytes === null) {
      this.tell('MEDIA_MISSING', src.slice(0, 200))
      return null
    }
    const picture = pictureOf(bytes, name.split('/').at(-1) ?? name)
    if (picture === null) this.tell('MEDIA_REFUSED', name)
    else this.media.set(picture.hash, picture)
    return picture?.hash ?? null
  }

  /** Beside the document, from the top of the package, or under any folder when only one file ends so. */
  private file(src: string, name: string): Uint8Array | null {
    if (/^[a-z][\w+.-]*:/i.test(name)) return null
    const exact = this.files.get(resolved(src, this.place.path ?? '')) ?? this.files.get(resolved(name, ''))
    if (exact) return exact
    const like = [...this.files.keys()].filter((path) => path.endsWith(`/${name.replace(/^\.*\//, '')}`))
    return like.length === 1 ? (this.files.get(like[0] ?? '') ?? null) : null
  }
}

/** A private character stands for an interaction while HTML becomes Markdown; none comes from a file. */
export const mark = '\uE000'

type Turn = (element: Element) => string | null

/** Children as HTML. `turn` says what stands for an element, null leaves it as it is. */
export function htmlWith(element: Element, turn: Turn): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeXml(child.replaceAll(mark, '')) : outerWith(child, turn)))
    .join('')
}

function outerWith(element: Element, turn: Turn): string {
  const turned = turn(element)
  if (turned !== null) return turned
  const { local, attributes } = element
  const type = attributes.get('type') ?? ''
  // A picture may be an object in QTI 2.
  if (local === 'object' && type.startsWith('image/'))
    return `<img src="${escapeXml(attributes.get('data') ?? '')}" alt="${escapeXml(attributes.get('label') ?? '')}"/>`
  const inner = htmlWith(element, turn)
  const list = [...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')
  return inner === '' && /^(img|br|hr)$/.test(local) ? `<${local}${list}/>` : `<${local}${list}>${inner}</${local}>`
}

/** Children as HTML, as they stand. */
export const htmlIn = (element: Element | undefined): string => (element ? htmlWith(element, () => null) : '')
