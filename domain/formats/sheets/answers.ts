import { letterAt } from '../draft'

const most = 8

/** A text without the signs at its end; step by step, because a pattern would look at a long run again and again. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length
  while (end > 0 && sign.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}

/** How two texts are compared: neither width, case, spaces nor a full stop at the end tell them apart. */
const plainly = (text: string) => withoutEnd(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ''), /[.。;；,，]/)

const answerWord =
  /^[【[(（]?\s*(?:正确答案|参考答案|标准答案|答案|正确选项|answer|key)\s*(?:为|是)?\s*[】\])）]?\s*[:：]?\s*/i
const bracketed = /^[（(【[]([^（()）【】[\]]*)[）)】\]]$/
const allWords =
  /^(?:以上|上述|前述)?(?:选项|各项|答案)?(?:全选|全部|全对|都对|都是|全是|都正确|全部正确|均正确|皆是|均是|都选|全部都是)$|^all(?:of)?(?:the)?(?:above)?$/
const everyLetter = (options: readonly string[]) => options.map((_, index) => letterAt(index))

/** The letter whose option has this text; null when none has, or two have. */
function letterOfText(text: string, options: readonly string[]): string | null {
  const plain = plainly(text)
  if (plain === '') return null
  const at = options.flatMap((option, index) => (plainly(option) === plain ? [letterAt(index)] : []))
  return at.length === 1 ? (at[0] ?? null) : null
}

/** A–C, A至D, B~D: both ends and what stands between. */
function range(part: string): string[] | null {
  const ends = part.match(/^([A-H])\s*(?:-+|–|—+|~|～|至|到|−)\s*([A-H])$/)
  if (!ends?.[1] || !ends[2] || ends[1] >= ends[2]) return null
  const [from, to] = [ends[1].charCodeAt(0), ends[2].charCodeAt(0)]
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index))
}

/** Letters one after the other, a range, or a number that counts the options from 1. */
function letters(part: string, count: number): string[] | null {
  const bare = part
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^(?:选项|选择|选|答案)\s*|\s*(?:项|选项)$|[.、]$/g, '')
  if (/^[A-H]+$/.test(bare)) return [...bare]
  if (/^[1-9]+$/.test(bare)) {
    const numbers = [...bare].map(Number)
    const rising = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0))
    if (!rising || numbers.some((number) => number > (count || most))) return null
    return bare.length > 1 && count === 0 ? null : numbers.map((number) => letterAt(number - 1))
  }
  return range(bare)
}

/** `C. 丙` or `A：同意`: the letter counts when what follows is that option's text. */
function labelled(part: string, options: readonly string[]): string[] | null {
  const match = part.normalize('NFKC').match(/^\(?([A-Ha-h])\s*[.、:)\-,]\s*(.+)$/s)
  if (!match?.[1] || !match[2]) return null
  const letter = match[1].toUpperCase()
  const option = options[letter.charCodeAt(0) - 65]
  return option !== undefined && plainly(option.replace(/^\(?[A-H]\s*[.、．:：)]\s*/, '')) === plainly(match[2])
    ? [letter]
    : null
}

function one(part: string, options: readonly string[]): string[] | null {
  const byText = letterOfText(part, options)
  const byLetter = letters(part, options.length)
  // The text of one option may be the letter or number of another: then nobody can tell which is meant.
  if (byText && byLetter && byLetter.join('') !== byText) return null
  return byText ? [byText] : (byLetter ?? labelled(part, options))
}

/** `['甲', '乙']` as Python and JSON print lists; by hand, since neither is the other's syntax. */
function quotedParts(text: string): string[] | null {
  if (!/^\[.*\]$/s.test(text)) return null
  const parts = [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1] ?? m[2] ?? '')
  return parts.length > 0 ? parts : null
}

const separators = [/\n/, /&/, /\$;\$/, /\|+/, /[;；]/, /[、,，]/, /[/／]/, /\s*[和与及+]\s*/, /\s+/]

function many(text: string, options: readonly string[]): string[] | null {
  for (const separator of separators) {
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    if (parts.length < 2 || parts.length > most * 2) continue
    // `C. 丙` between spaces is one letter with its text, and not a letter and then a text.
    const isBare = parts.map((part) => letters(part, options.length) !== null)
    if (new Set(isBare).size > 1) continue
    const found = parts.map((part) => one(part, options))
    if (found.every((letter) => letter !== null)) return found.flat()
  }
  return null
}

/**
 * The letters that a key names, in order: `ACD`, `a,b`, `A、C`, `A-C`, `全选`, `【答案】AB`, `1、3`, full-width letters, or
 * the text of options. An empty key names none. Null when it is not understood, or could mean two things.
 */
export function lettersIn(cell: string, options: readonly string[]): string[] | null {
  const whole = cell.trim()
  if (whole === '') return []
  // The common case, where no option is so short that it could be meant instead.
  if (/^[A-H]{1,8}$/.test(whole) && options.every((option) => option.length > whole.length + 8))
    return new Set(whole).size === whole.length ? [...whole].sort() : null
  if (whole.length > 4000) return null
  const found = understood(whole, options) ?? understood(stripped(whole), options)
  if (!found || new Set(found).size !== found.length) return null
  return [...found].sort()
}

function stripped(text: string): string {
  const bare = text.replace(answerWord, '').trim()
  return withoutEnd((bare.match(bracketed)?.[1] ?? bare).trim(), /[.。]/).trim()
}

function understood(text: string, options: readonly string[]): string[] | null {
  if (text === '') return null
  if (allWords.test(plainly(text)) && letterOfText(text, options) === null) {
    const ambiguous = options.some((option) => /^(?:以上|上述|全部|all)/i.test(option.trim()))
    return ambiguous || options.length === 0 ? null : everyLetter(options)
  }
  const quoted = quotedParts(text)
  if (quoted) {
    const each = quoted.map((part) => one(part, options))
    return each.every((letter) => letter !== null) ? each.flat() : null
  }
  return one(text, options) ?? many(text, options)
}

const right = /^(?:对|正确|是|√|✓|✔|☑|t|true|y|yes|right|correct|1|a)$/
const wrong = /^(?:错|错误|不对|不正确|否|非|×|✗|✘|✕|╳|ㄨ|x|f|false|n|no|wrong|incorrect|0|b)$/

/** What a key of a true-false question says, A being right where no options are written. Null when it says neither. */
export function judgementIn(cell: string): boolean | null {
  if (cell.length > 60) return null
  const plain = plainly(stripped(cell.trim()))
  return right.test(plain) ? true : wrong.test(plain) ? false : null
}
