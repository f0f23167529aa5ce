import { Unreadable } from '@/domain/formats/reading'
import { type Element, readXml } from '@/domain/formats/xml'
import type { FileFormat } from '@/domain/resources/formats'
import { Refusal } from '../../errors'
import type { Contents } from './zip'

/** The main part of a file, by its type (ECMA-376, part 1): templates and macros have types of their own. */
const mainTypes: Record<string, FileFormat> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
}

/** Whatever runs when the file is opened. */
const running = /macro|vba|activex/i

/** What a file says of its parts: of one by its name, or of all that have an ending. */
type Said = { type: string; name: string | null; ending: string }

function saidIn(types: string): Said[] {
  const root = readXml(types)
  const elements = root.children.filter((child): child is Element => typeof child !== 'string')
  return elements.map(({ attributes }) => ({
    type: attributes.get('ContentType') ?? '',
    name: attributes.get('PartName')?.replace(/^\//, '') ?? null,
    ending: `.${attributes.get('Extension') ?? ''}`.toLowerCase(),
  }))
}

/** Programs tell of endings that no part has. */
const isThere = ({ name, ending }: Said, names: readonly string[]) =>
  name === null ? names.some((one) => one.toLowerCase().endsWith(ending)) : names.includes(name)

function readTypes(types: string | null): Said[] {
  try {
    return saidIn(types ?? '')
  } catch (error) {
    if (error instanceof Unreadable) throw new Refusal('file-damaged', { detail: error.message, cause: error })
    throw error
  }
}

/**
 * DOCX or XLSX, by the type of the main part.
 * @throws Refusal `file-unsafe` for macros and controls, `file-damaged`, `file-unknown` for slides, templates and the like
 */
export function officeFormat({ names, types }: Contents): FileFormat {
  const parts = readTypes(types).filter((said) => isThere(said, names))
  const runs = [...parts.map((part) => part.type), ...names].find((one) => running.test(one))
  if (runs) throw new Refusal('file-unsafe', { detail: `holds macros or controls: ${runs}` })
  const mains = parts.filter(({ type, name }) => mainTypes[type] && name !== null)
  const [main] = mains
  if (!main || mains.length > 1) throw new Refusal('file-unknown', { detail: 'neither a document nor a workbook' })
  return mainTypes[main.type] ?? 'zip'
}
