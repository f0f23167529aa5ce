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

export function normalText(text: string): string {
  const words = text.includes('](media:') ? text.replace(picture, ' ') : text
  const plain = repairRadicals(withoutEntities(words)).normalize('NFKC').toLowerCase()
  return (anyMark.test(plain) ? plain.replace(idleMarks, keptMark) : plain).replace(silent, '')
}

/** As normalText, but never nothing: what consists of signs alone is compared as it stands. */
export const normalOrRaw = (text: string) => normalText(text) || text.trim()

/**
 * A text as its content counts: spaces, the width of a blank, entities, which of two marks emphasises, and backslashes
 * that only keep Markdown from seeing a mark change nothing, so that what another format gives back is the same.
 */
export const tidyText = (text: string) =>
  withoutEntities(repairRadicals(text))
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/_/g, '*')
    .replace(/（\s*）/g, '（）')
    .replace(/\s+/g, ' ')
    .trim()
