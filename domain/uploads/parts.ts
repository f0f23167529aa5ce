/** A file in parts, counted from 0: all of `partBytes` bytes, but for the last, which has what is left. */
export type InParts = { bytes: number; partBytes: number }

export const partCount = ({ bytes, partBytes }: InParts): number => Math.ceil(bytes / partBytes)

/** How many bytes a part has to have; null for a number that the file has no part of. */
export function bytesOfPart({ bytes, partBytes }: InParts, part: number): number | null {
  if (!Number.isInteger(part) || part < 0 || part >= partCount({ bytes, partBytes })) return null
  return Math.min(partBytes, bytes - part * partBytes)
}

/** The numbers of the parts that are not among those received. */
export function missingOf(file: InParts, received: readonly number[]): number[] {
  const here = new Set(received)
  return Array.from({ length: partCount(file) }, (_, part) => part).filter((part) => !here.has(part))
}
