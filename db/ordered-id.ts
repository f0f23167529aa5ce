import { randomBytes } from 'node:crypto'

let [lastMs, counter] = [0, 0]

/** Random bytes are drawn by the thousand: a call for eight costs more than all else here. */
let [pool, drawn] = [Buffer.alloc(0), 0]
function random8(): Buffer {
  if (drawn + 8 > pool.length) [pool, drawn] = [randomBytes(4096), 0]
  drawn += 8
  return pool.subarray(drawn - 8, drawn)
}

/**
 * A UUID that is larger than those made before (version 7 of RFC 9562: milliseconds, a counter, 62 random bits). Rows that
 * come by the thousand stand at the end of each index, where random ids would touch a page apiece.
 */
export function orderedId(): string {
  const ms = Date.now()
  if (ms > lastMs) [lastMs, counter] = [ms, 0]
  else if (++counter > 0xfff) [lastMs, counter] = [lastMs + 1, 0]
  const bytes = random8()
  bytes[0] = 0x80 | ((bytes[0] ?? 0) & 0x3f)
  const time = lastMs.toString(16).padStart(12, '0')
  const rest = bytes.toString('hex')
  const part = `7${counter.toString(16).padStart(3, '0')}`
  return `${time.slice(0, 8)}-${time.slice(8)}-${part}-${rest.slice(0, 4)}-${rest.slice(4)}`
}
