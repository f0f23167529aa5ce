import { type Finding, finding, type Place } from '../../findings'
import { pictureOf } from '../../media'
import type { Media } from '../../reading'
import { childOf, childrenOf, type Element, textOf } from '../../xml'
import { moodleText, type TextFormat } from '../text-formats'

const formats: Record<string, TextFormat> = {
  html: 'html',
  markdown: 'markdown',
  plain_text: 'plain',
  moodle_auto_format: 'moodle',
}

const nameIn = (src: string) => {
  const name = src.replace(/^@@PLUGINFILE@@/, '').replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(name)
  } catch (error) {
    // A per cent sign that encodes nothing belongs to the name.
    if (error instanceof URIError) return name
    throw error
  }
}

/** Reads the texts of one question, and takes the pictures that they show out of the files beside them. */
export class QuestionTexts {
  readonly findings: Finding[] = []
  private readonly lost = new Set<string>()

  constructor(
    private readonly media: Map<string, Media>,
    private readonly place: Place,
  ) {}

  /** The text of an element as Markdown; '' when there is none. */
  of(element: Element | undefined): string {
    return element === undefined ? '' : this.read(element, textOf(childOf(element, 'text') ?? element))
  }

  /** Another text in an element's place: its format, and the files beside it. */
  read(element: Element, text: string): string {
    if (text.trim() === '') return ''
    const given = element.attributes.get('format') ?? ''
    const format = Object.hasOwn(formats, given) ? (formats[given] ?? 'moodle') : 'moodle'
    return moodleText(text, format, { lost: this.lost, picture: (src) => this.picture(src, element) })
  }

  /** A picture by its bytes: its hash, or null with a finding. */
  take(base64: string, name: string): string | null {
    const picture = pictureOf(new Uint8Array(Buffer.from(base64, 'base64')), name)
    if (picture) this.media.set(picture.hash, picture)
    else this.tell('MEDIA_REFUSED', name)
    return picture?.hash ?? null
  }

  /** Findings on everything that was read so far. */
  told(): Finding[] {
    const lost = [...this.lost].map((one) =>
      finding(one === 'math' ? 'MATH_LOST' : 'UNSUPPORTED_PART', this.place, { seen: one }),
    )
    return [...this.findings, ...lost]
  }

  private picture(src: string, element: Element): string | null {
    const data = /^data:[\w/+.-]{0,60};base64,/.exec(src)
    if (data) return this.take(src.slice(data[0].length), 'data:')
    const wanted = nameIn(src)
    const file = childrenOf(element, 'file').find(({ attributes }) => {
      const name = attributes.get('name') ?? ''
      return wanted === `${attributes.get('path') ?? '/'}${name}` || wanted === `/${name}` || wanted === name
    })
    if (file) return this.take(textOf(file), file.attributes.get('name') ?? '')
    this.tell('MEDIA_MISSING', src)
    return null
  }

  private tell(code: 'MEDIA_REFUSED' | 'MEDIA_MISSING', seen: string) {
    this.findings.push(finding(code, this.place, { seen }))
  }
}
