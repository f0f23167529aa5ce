import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { type Finding, finding, type Place } from '../../findings'
import { markdownOf } from '../../html'
import type { PackedMedia } from '../package'

/** Fields of one note as Markdown, and what was lost on the way. */
export class NoteTexts {
  readonly findings: Finding[] = []

  constructor(
    private readonly media: PackedMedia,
    private readonly place: Place,
  ) {}

  markdown(html: string): string {
    const { text, lost } = markdownOf(soundless(html), { picture: (src) => this.picture(src) })
    for (const what of lost)
      this.findings.push(finding(what === 'math' ? 'MATH_LOST' : 'UNSUPPORTED_PART', this.place, { seen: what }))
    return repairRadicals(text).trim()
  }

  private picture(src: string): string | null {
    const hash = this.media.hashOf(src)
    if (hash === null) this.findings.push(finding('MEDIA_MISSING', this.place, { seen: src }))
    return hash
  }
}

/** Sounds are no part of a question that is read. */
const soundless = (html: string) => html.replace(/\[sound:[^\]]{1,300}\]/g, '')

/** What a field says without its marks: letters of a key, numbers, names. */
export const plainField = (html: string) =>
  markdownOf(html)
    .text.replace(/\\(?=[^\w\s])/g, '')
    .trim()
