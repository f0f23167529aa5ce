import { createHash } from 'node:crypto'

/** A UUID made of a name (RFC 9562, version 8): the same on every server that holds the same news. */
export function urnOf(name: string): string {
  const hex = createHash('sha256').update(`yilian news ${name}`).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}
