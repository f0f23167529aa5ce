import { htmlOf, inlineHtmlOf } from '../../html'
import { picturesIn } from '../../media'
import type { Media } from '../../reading'
import { escapeXml } from '../../xml'

const extensions: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
}

const fileName = ({ hash, mime }: Media) => `${hash.slice(0, 16)}.${extensions[mime] ?? 'bin'}`

/** Writes texts as Moodle has them: HTML, and beside it the pictures that it shows. */
export class WrittenTexts {
  constructor(private readonly media: ReadonlyMap<string, Media>) {}

  private address = (hash: string) => {
    const picture = this.media.get(hash)
    return picture ? `@@PLUGINFILE@@/${fileName(picture)}` : null
  }

  html = (markdown: string) => htmlOf(markdown, this.address)
  inline = (markdown: string) => inlineHtmlOf(markdown, this.address)

  /** `<text>`, and a `<file>` for each picture. */
  body(markdown: string, html: string = this.html(markdown)): string {
    const files = [...new Set(picturesIn(markdown))].flatMap((hash) => this.media.get(hash) ?? [])
    const written = files.map(
      (file) =>
        `<file name="${fileName(file)}" path="/" encoding="base64">${Buffer.from(file.bytes).toString('base64')}</file>`,
    )
    return `<text>${escapeXml(html)}</text>${written.join('')}`
  }

  element = (name: string, markdown: string) => `<${name} format="html">${this.body(markdown)}</${name}>`
}
