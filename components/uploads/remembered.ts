import { drop, parse, put, take, takeAll } from '@/components/attempts/shelf'

/** An upload that was begun in this browser: the file it is of, as far as a page may know it again, and what it is for. */
export type Remembered = { id: string; name: string; size: number; modified: number; purpose: string }

type FileMarks = Pick<File, 'name' | 'size' | 'lastModified'>

const keyOf = ({ name, size, lastModified }: FileMarks) => `upload:${size}:${lastModified}:${name}`

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, size, modified, purpose } = value as Record<string, unknown>
  const texts = [id, name, purpose].every((one) => typeof one === 'string')
  return texts && typeof size === 'number' && typeof modified === 'number'
}

export function rememberUpload(file: FileMarks, { id, purpose }: Pick<Remembered, 'id' | 'purpose'>) {
  const { name, size, lastModified: modified } = file
  put(keyOf(file), JSON.stringify({ id, name, size, modified, purpose } satisfies Remembered))
}

/** The upload of the very file that was chosen now, if one was begun for the same purpose. */
export function uploadOf(file: FileMarks, purpose: string): Remembered | undefined {
  const value = parse(take(keyOf(file)) ?? '')
  return isRemembered(value) && value.purpose === purpose ? value : undefined
}

export const forgetUpload = (file: FileMarks) => drop(keyOf(file))

/** What was begun for a purpose; what is in the way of none of it. */
export const uploadsFor = (purpose: string): Remembered[] =>
  takeAll('upload', isRemembered).filter((one) => one.purpose === purpose)
