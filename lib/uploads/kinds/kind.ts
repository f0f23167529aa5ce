import { type FileHandle, open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { FileFormat } from '@/domain/resources/formats'
import { Refusal } from '../../errors'
import { holdsFrames } from './mp3'
import { officeFormat } from './office'
import { checkZip } from './zip'

const officeTypes = /^application\/vnd\.(openxmlformats-officedocument|ms-(word|excel)\.)/

/** At the end of a PDF stands where its table is, and that this is the end: what was cut off has neither. */
const endOfPdf = /startxref\s+\d+\s+%%EOF/
const tailBytes = 1024

async function piece(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, Math.max(0, from))
  return buffer.subarray(0, bytesRead)
}

async function withFile<T>(path: string, work: (handle: FileHandle, size: number) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r')
  try {
    return await work(handle, (await handle.stat()).size)
  } finally {
    await handle.close()
  }
}

function requirePdf(path: string): Promise<void> {
  return withFile(path, async (handle, size) => {
    const tail = await piece(handle, size - tailBytes, tailBytes)
    if (!endOfPdf.test(tail.toString('latin1'))) throw new Refusal('file-damaged', { detail: 'the PDF has no end' })
  })
}

function requireMp3(path: string): Promise<void> {
  return withFile(path, async (handle) => {
    if (!(await holdsFrames((from, length) => piece(handle, from, length))))
      throw new Refusal('file-damaged', { detail: 'no sound where it should begin' })
  })
}

async function zipFormat(path: string, type: string): Promise<FileFormat> {
  const contents = await checkZip(path)
  if (officeTypes.test(type) || contents.types) return officeFormat(contents)
  return 'zip'
}

/**
 * What a whole file is, by its content, and that it is sound: its name has no say.
 * @throws Refusal `file-unknown`, `file-damaged`, `file-unsafe`
 */
export async function formatOf(path: string): Promise<FileFormat> {
  const type = (await fileTypeFromFile(path))?.mime ?? ''
  if (type === 'application/zip' || officeTypes.test(type)) return zipFormat(path, type)
  if (type === 'application/pdf') {
    await requirePdf(path)
    return 'pdf'
  }
  if (type === 'audio/mpeg') {
    await requireMp3(path)
    return 'mp3'
  }
  throw new Refusal('file-unknown', { detail: type || 'no type that is known' })
}
