/** A file that is sent in parts, and the parts of it that are there. */
export type Parted = { bytes: number; partBytes: number; received: readonly number[] }

const countOf = ({ bytes, partBytes }: Parted): number => Math.ceil(bytes / partBytes)

/** Where a part begins, and where the next one would. */
export function rangeOf({ bytes, partBytes }: Parted, part: number): { from: number; to: number } {
  return { from: part * partBytes, to: Math.min(bytes, (part + 1) * partBytes) }
}

export function missingParts(parted: Parted): number[] {
  const here = new Set(parted.received)
  return Array.from({ length: countOf(parted) }, (_, part) => part).filter((part) => !here.has(part))
}

export const receivedBytes = (parted: Parted): number =>
  parted.received.reduce((sum, part) => {
    const { from, to } = rangeOf(parted, part)
    return sum + to - from
  }, 0)

/** Whole percents; never 100 while something is missing. */
export const percentOf = (done: number, of: number): number => (done >= of ? 100 : Math.floor((done / of) * 100))
