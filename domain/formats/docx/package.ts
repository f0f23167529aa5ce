import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { finding } from '../findings'
import { pictureOf } from '../media'
import { type Media, Unreadable } from '../reading'
import { childrenOf, type Element, readXml, xmlText } from '../xml'
import { readZip } from '../zip'

type Relation = { target: string; type: string; external: boolean }

/** A Word file, opened: its parts by name, and what its document refers to. */
export type Package = {
  parts: ReadonlyMap<string, Uint8Array>
  document: Element
  folder: string
  relations: ReadonlyMap<string, Relation>
  media: Map<string, Media>
}

const isOle = (bytes: Uint8Array) => [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)

/** The name of a part that is referred to from a folder; what leaves the package stays outside it and is not found. */
function resolve(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const folderOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('/')))

function relationsOf(parts: ReadonlyMap<string, Uint8Array>, part: string): Map<string, Relation> {
  const folder = folderOf(part)
  const bytes = parts.get(
    `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(folder === '' ? 0 : folder.length + 1)}.rels`,
  )
  if (!bytes) return new Map()
  return new Map(
    childrenOf(readXml(xmlText(bytes)), 'Relationship').map(({ attributes }) => {
      const external = attributes.get('TargetMode') === 'External'
      const target = attributes.get('Target') ?? ''
      const type = (attributes.get('Type') ?? '').split('/').at(-1) ?? ''
      return [attributes.get('Id') ?? '', { target: external ? target : resolve(folder, target), type, external }]
    }),
  )
}

/** @throws Unreadable for what is no .docx: the old .doc by its own code, a bomb as FILE_UNSAFE. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  if (isOle(bytes)) throw new Unreadable(finding('FORMAT_OLD_WORD', {}, { seen: '.doc' }))
  const parts = await readZip(bytes)
  const named = [...relationsOf(parts, '').values()].find((one) => one.type === 'officeDocument')?.target
  const name = named !== undefined && parts.has(named) ? named : 'word/document.xml'
  const document = parts.get(name)
  if (!document) throw new Unreadable(finding('FILE_DAMAGED', {}, { seen: name }))
  const relations = relationsOf(parts, name)
  return {
    parts,
    document: readXml(repairRadicals(xmlText(document))),
    folder: folderOf(name),
    relations,
    media: new Map(),
  }
}

/** A part of its own beside the document: numbering, styles. */
export function partOf({ parts, relations, folder }: Package, type: string): Element | null {
  const named = [...relations.values()].find((one) => one.type === type && !one.external)?.target
  const bytes = parts.get(named ?? `${folder}/${type}.xml`)
  return bytes ? readXml(xmlText(bytes)) : null
}

export type Picture = { hash: string } | { code: 'MEDIA_MISSING' | 'MEDIA_REFUSED'; seen: string }

/** The picture that a relation means. Nothing is fetched: one that lies outside the file is missing. */
export function pictureFor({ parts, relations, media }: Package, id: string): Picture {
  const relation = relations.get(id)
  const bytes = relation && !relation.external ? parts.get(relation.target) : undefined
  if (!relation || !bytes) return { code: 'MEDIA_MISSING', seen: relation?.target ?? id }
  const picture = pictureOf(bytes, relation.target.split('/').at(-1) ?? '')
  if (!picture) return { code: 'MEDIA_REFUSED', seen: relation.target }
  media.set(picture.hash, picture)
  return { hash: picture.hash }
}
