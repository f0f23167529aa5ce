import { finding } from '../findings'
import { Unreadable } from '../reading'

/**
 * JSON with the line of everything in it, and with what is right kept where something is wrong. Commas too many or missing
 * between values are let pass, since they change no meaning; values may follow one another, line by line.
 * Objects are Maps: no key, `__proto__` not excepted, means anything but itself.
 */
export type JsonNode = { value: JsonValue; line: number; start: number; end: number }
export type JsonValue = string | number | boolean | null | JsonNode[] | Map<string, JsonNode>
export type JsonFault = { line: number; seen: string; source: string }

class Fault extends Error {
  constructor(readonly at: number) {
    super('JSON')
  }
}

const deepest = 60
/** Places where reading is tried again after a fault, in all; and the characters that such trials may read. */
const mostTrials = 5000
const mostTrialed = 20_000_000

/** A question has more fields than an option has: only a list of the former goes on after a fault. */
const fewest = 3
const isRecord = (node: JsonNode | undefined) =>
  node === undefined || (node.value instanceof Map && node.value.size >= fewest)

const literals: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

export class JsonParser {
  readonly faults: JsonFault[] = []
  private at = 0
  private line = 1
  private trials = 0
  private trialed = 0

  constructor(private readonly text: string) {}

  /** Every value at the top: one, or one on each line. */
  roots(): JsonNode[] {
    try {
      return this.list(null, 0, true)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const line = 1 + newlines(this.text, 0, error.at)
      const seen = this.text.slice(error.at, error.at + 60)
      throw new Unreadable(finding('FILE_DAMAGED', { line }, { seen }), { cause: error })
    }
  }

  private space() {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at)
      if (code === 10) this.line++
      else if (code !== 32 && code !== 13 && code !== 9 && code !== 0xfeff && code !== 0xa0 && code !== 0x3000) return
    }
  }

  private value(depth: number, mends: boolean): JsonNode {
    this.space()
    const { at: start, line } = this
    const value = this.read(depth, mends)
    return { value, line, start, end: this.at }
  }

  private read(depth: number, mends: boolean): JsonValue {
    const first = this.text[this.at]
    if (depth > deepest) throw new Fault(this.at)
    if (first === '"') return this.string()
    if (first === '{') return this.object(depth, mends)
    if (first === '[') {
      this.at++
      return this.list(']', depth, mends)
    }
    const literal = literals.find(([word]) => this.text.startsWith(word, this.at))
    if (literal) {
      this.at += literal[0].length
      return literal[1]
    }
    const number = /[-+]?\d[\d.eE+-]{0,30}/y
    number.lastIndex = this.at
    const digits = number.exec(this.text)?.[0]
    if (digits === undefined || Number.isNaN(Number(digits))) throw new Fault(this.at)
    this.at += digits.length
    return Number(digits)
  }

  private string(): string {
    const start = this.at
    let isEscaped = false
    for (let at = start + 1; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at)
      if (code === 10) break
      if (code === 92) {
        isEscaped = true
        at++
      } else if (code === 34) {
        this.at = at + 1
        return isEscaped ? this.unescaped(start) : this.text.slice(start + 1, at)
      }
    }
    throw new Fault(start)
  }

  private unescaped(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.at).replace(/\t/g, '\\t'))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new Fault(start)
    }
  }

  private object(depth: number, mends: boolean): JsonValue {
    const entries = new Map<string, JsonNode>()
    this.at++
    for (;;) {
      this.space()
      const next = this.text[this.at]
      if (next === ',') this.at++
      else if (next === '}') {
        this.at++
        return entries
      } else if (next === undefined && mends && this.faults.length > 0) return entries
      else {
        if (next !== '"') throw new Fault(this.at)
        const key = this.string()
        this.space()
        if (this.text[this.at] !== ':') throw new Fault(this.at)
        this.at++
        entries.set(key, this.value(depth + 1, mends))
      }
    }
  }

  /** Values up to the closing mark, or to the end of the file. In the outermost list a bad one spoils no other. */
  private list(close: ']' | null, depth: number, mends: boolean): JsonNode[] {
    const nodes: JsonNode[] = []
    for (;;) {
      this.space()
      const next = this.text[this.at]
      if (next === ',') this.at++
      else if (next === close && close !== null) {
        this.at++
        return nodes
      } else if (next === undefined) {
        if (close === null || (mends && this.faults.length > 0)) return nodes
        throw new Fault(this.at)
      } else {
        const { at, line } = this
        try {
          nodes.push(this.value(depth + 1, mends && close === null))
        } catch (error) {
          if (!(error instanceof Fault) || !mends || next !== '{') throw error
          if (close !== null && !isRecord(nodes.at(-1))) throw error
          this.goOn(error, { at, line }, nodes.at(-1))
        }
      }
    }
  }

  private goOn(fault: Fault, from: { at: number; line: number }, sibling: JsonNode | undefined) {
    const faultLine = from.line + newlines(this.text, from.at, fault.at)
    const next = this.nextLike(Math.max(fault.at, from.at + 1), sibling)
    const source = this.text.slice(from.at, Math.min(next, from.at + 4000))
    this.faults.push({ line: faultLine, seen: this.text.slice(fault.at, fault.at + 60), source })
    this.line = from.line + newlines(this.text, from.at, next)
    this.at = next
  }

  /** Where the next object begins that is whole and has the fields of its sibling; the end of the file when none does. */
  private nextLike(from: number, sibling: JsonNode | undefined): number {
    const wanted = sibling?.value instanceof Map ? [...sibling.value.keys()] : []
    const { line } = this
    for (let at = this.text.indexOf('{', from); at >= 0; at = this.text.indexOf('{', at + 1)) {
      if (++this.trials > mostTrials || this.trialed > mostTrialed) return this.text.length
      this.at = at
      try {
        const { value } = this.value(deepest - 8, false)
        this.line = line
        const keys = value instanceof Map ? value : new Map()
        const known = wanted.filter((key) => keys.has(key)).length
        if (wanted.length > 0 ? known * 2 > wanted.length : keys.size >= fewest) return at
        this.trialed += this.at - at
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        this.line = line
        this.trialed += error.at - at
      }
    }
    return this.text.length
  }
}

function newlines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
