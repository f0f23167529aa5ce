/**
 * What two texts are compared by: compatibility forms and radicals made plain, lower case, letters and digits only, and
 * the signs without which numbers are others (3.5 is not 35, −5 not 5, x > 5 not x < 5). Pictures are no text here.
 * 「《慈善法》 规定，３．５％ 的……」 → 「慈善法规定3.5%的」
 */
import { repairRadicals } from './radicals'

const picture = /!\[[^\]\n]{0,500}\]\(media:[0-9a-f]{64}\)/g
/** A dot that is no decimal point; a dash that is neither a minus nor from one number to another. */
const idleMarks = /(?<!\d)\.|\.(?!\d)|(?<=\d)[-−–—~](?=\d)|(?<=^|[\s(（=<>:：,，、])[-−](?=\d)|[-−–—~]/g
const anyMark = /[.\-−–—~]/
const silent = /[^\p{L}\p{N}\p{M}+=<>≤≥≠±÷×√%‰°^.\u2011]|[\ufe00-\ufe0f]/gu
const dash = '\u2011'

const keptMark = (mark: string, at: number, whole: string) => {
  const digitFollows = /\d/.test(whole[at + 1] ?? '')
  const before = whole[at - 1] ?? ''
  const range = /\d/.test(before) && digitFollows
  const minus = /[-−]/.test(mark) && digitFollows && (before === '' || /[\s(=<>:,、]/.test(before))
  return range || minus ? dash : ''
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** Markdown shows `&lt;` as <, and so does what another format gives back. */
const withoutEntities = (text: string) =>
  text.includes('&') ? text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '') : text

/** The rule itself, for any text. */
export function normalised(text: string): string {
  const words = text.includes('](media:') ? text.replace(picture, ' ') : text
  const plain = repairRadicals(withoutEntities(words)).normalize('NFKC').toLowerCase()
  return (anyMark.test(plain) ? plain.replace(idleMarks, keptMark) : plain).replace(silent, '')
}

/** Characters whose form hangs on their neighbours: marks and what combines, halves of a pair, the sigma at a word's end. */
const social = /[.\-−–—~\p{M}\p{Cs}Σ\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u
const [unknown, asItIs, turned, hanging] = [0, 1, 2, 3]
const kinds = new Uint8Array(65536)
const turnedInto: string[] = []

/** What becomes of one character wherever it stands; found out once for each that is met. */
function kindOf(code: number): number {
  const one = String.fromCharCode(code)
  const plain = repairRadicals(one).normalize('NFKC').toLowerCase()
  const alone = normalised(one)
  const kind = social.test(one) || social.test(plain) || one === '&' ? hanging : alone === one ? asItIs : turned
  if (kind === turned) turnedInto[code] = alone
  kinds[code] = kind
  return kind
}

/** Character by character, where none hangs on its neighbours: that is most text, and several times faster. */
export function normalText(text: string): string {
  if (text.includes('](media:')) return normalised(text)
  let [done, from] = ['', 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let kind = kinds[code] as number
    if (kind === unknown) kind = kindOf(code)
    if (kind === asItIs) continue
    if (kind === hanging) return normalised(text)
    done += text.slice(from, at) + turnedInto[code]
    from = at + 1
  }
  return from === 0 ? text : done + text.slice(from)
}

/** As normalText, but never nothing: what consists of signs alone is compared as it stands. */
export const normalOrRaw = (text: string) => normalText(text) || text.trim()

/**
 * A text as its content counts: spaces, the width of a blank, entities, which of two marks emphasises, and backslashes
 * that only keep Markdown from seeing a mark change nothing, so that what another format gives back is the same.
 */
export const tidyText = (text: string) => (untidy.test(text) ? tidied(text) : text)

const untidy = /[\s\\&_（\u2e80-\u2fd5]/
const tidied = (text: string) =>
  withoutEntities(repairRadicals(text))
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/_/g, '*')
    .replace(/（\s*）/g, '（）')
    .replace(/\s+/g, ' ')
    .trim()
