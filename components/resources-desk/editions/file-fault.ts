import { type FileFormat, fileFormats, largestFiles } from '@/domain/resources/formats'

/** As far as its name tells; the server looks into it. */
export function formatNamed(name: string): FileFormat | undefined {
  const ending = name.toLowerCase().slice(name.lastIndexOf('.'))
  return fileFormats.find((format) => ending === `.${format}`)
}

/** Why a file need not be sent at all, or undefined. */
export function fileFault({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  const format = formatNamed(name)
  if (!format) return 'file-unknown'
  if (size === 0) return 'file-empty'
  return size > largestFiles[format] ? 'too-large' : undefined
}
