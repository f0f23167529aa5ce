import { pictureOf } from '../../media'
import type { Media } from '../../reading'
import { attribute, tagsOf, unescaped } from './part-text'

type Files = ReadonlyMap<string, Uint8Array>
/** A picture that lies on a cell; without media when it is none that may be shown. */
export type Placed = { r: number; c: number; media: Media | null; seen: string }

const mostPictures = 5000
const decoder = new TextDecoder()
const textOf = (files: Files, name: string) => decoder.decode(files.get(name) ?? new Uint8Array())

/** `../media/image1.png`, seen from `xl/drawings/drawing1.xml`. */
function resolved(target: string, from: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** What a part refers to, by the ids of its relationships. */
export function relationsOf(files: Files, part: string): Map<string, string> {
  const name = part.replace(/([^/]+)$/, '_rels/$1.rels')
  return new Map(
    tagsOf(textOf(files, name), 'Relationship').map((tag) => [
      attribute(tag, 'Id') ?? '',
      resolved(unescaped(attribute(tag, 'Target') ?? ''), part),
    ]),
  )
}

function pictureAt(files: Files, name: string): Media | null {
  const bytes = files.get(name)
  return bytes ? pictureOf(bytes, name.split('/').at(-1) ?? name) : null
}

const embedded = /<(?:\w+:)?blip\b[^>]{0,400}? r:(?:embed|link)="([^"]{1,100})"/g
const anchors = /<(?:\w+:)?(?:two|one)CellAnchor\b.*?<\/(?:\w+:)?(?:two|one)CellAnchor>/gs
const numberIn = (xml: string, name: string) =>
  Number(new RegExp(`<(?:\\w+:)?from>.{0,200}?<(?:\\w+:)?${name}>(\\d{1,7})<`, 's').exec(xml)?.[1] ?? -1)

/** Pictures that lie over the cells of a sheet, each by the cell of its upper left corner. */
export function picturesOn(files: Files, sheet: string): Placed[] {
  const drawings = [...relationsOf(files, sheet).values()].filter((name) => /^xl\/drawings\/[^/]+\.xml$/.test(name))
  const found: Placed[] = []
  for (const drawing of drawings) {
    const targets = relationsOf(files, drawing)
    for (const [anchor] of textOf(files, drawing).matchAll(anchors))
      for (const blip of anchor.matchAll(embedded)) {
        const name = targets.get(blip[1] ?? '') ?? ''
        if (found.length < mostPictures)
          found.push({
            r: numberIn(anchor, 'row'),
            c: numberIn(anchor, 'col'),
            media: pictureAt(files, name),
            seen: name,
          })
      }
  }
  return found
}

/** Pictures inside cells as WPS keeps them, by the id in `=DISPIMG("ID_…",1)`. */
export function cellPictures(files: Files): Map<string, Media | null> {
  const part = 'xl/cellimages.xml'
  const targets = relationsOf(files, part)
  const images = textOf(files, part).split(/<\/(?:\w+:)?cellImage>/)
  return new Map(
    images.slice(0, mostPictures).flatMap((xml) => {
      const id = /<(?:\w+:)?cNvPr\b[^>]{0,400}? name="([^"]{1,100})"/.exec(xml)?.[1]
      const blip = [...xml.matchAll(embedded)][0]?.[1]
      return id && blip ? [[id, pictureAt(files, targets.get(blip) ?? '')] as const] : []
    }),
  )
}
