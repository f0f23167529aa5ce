/** What an edition's file may be. Its type is told by its content, never by its name. */
export const fileFormats = ['pdf', 'docx', 'xlsx', 'zip', 'mp3'] as const
export type FileFormat = (typeof fileFormats)[number]

const mebibyte = 1024 * 1024

/** In bytes. */
export const largestFiles: Record<FileFormat, number> = {
  pdf: 50 * mebibyte,
  docx: 50 * mebibyte,
  xlsx: 50 * mebibyte,
  zip: 200 * mebibyte,
  mp3: 200 * mebibyte,
}

const mediaTypes: Record<FileFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
}

/** What a file is served as: whatever is not one of ours is bytes and nothing more. */
export const mediaTypeOf = (format: string): string =>
  Object.hasOwn(mediaTypes, format) ? mediaTypes[format as FileFormat] : 'application/octet-stream'
