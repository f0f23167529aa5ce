/** Bytes of a file, both ends included. */
export type Range = { start: number; end: number }

/**
 * The one range that a request asks for. RFC 9110, 14.2: what is malformed, or more than one, is as if nothing had been
 * asked; what lies beyond the end cannot be given.
 * @returns null for the whole file
 */
export function rangeIn(header: string | null, size: number): Range | 'unsatisfiable' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!found) return null
  const [, first = '', last = ''] = found
  if (first === '' && last === '') return null
  if (first === '') {
    const count = Math.min(Number(last), size)
    return count === 0 ? 'unsatisfiable' : { start: size - count, end: size - 1 }
  }
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}
