/**
 * Moodle's embedded answers: `{1:MULTICHOICE:=准备~中期#不对}` within a text of HTML.
 * What stands in the braces is written with backslashes before } ~ # and ", and with entities.
 */
type ClozeAnswer = { html: string; percent: number; feedback: string }
export type ClozePart = { kind: 'typed' | 'choice' | 'several' | 'number'; answers: ClozeAnswer[]; source: string }

const kinds: readonly (readonly [RegExp, ClozePart['kind']])[] = [
  [/^(SHORTANSWER(_C)?|SAC?|MWC?)$/, 'typed'],
  [/^(MULTICHOICE(_[VHS]+)?|MC[VHS]*)$/, 'choice'],
  [/^(MULTIRESPONSE(_[HS]+)?|MR[HS]*)$/, 'several'],
  [/^(NUMERICAL|NM)$/, 'number'],
]

const begins = /\{\d{0,5}:([A-Z_]{2,20}):/g

/** The end of the part that begins here: a closing brace that no backslash protects. */
function endOf(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1)
    if (text[at] === '\\') at += 1
    else if (text[at] === '}') return at
  return -1
}

/** Pieces between unprotected signs; the # of an entity is none. */
function cut(text: string, sign: '~' | '#'): string[] {
  const pieces: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1)
    if (text[at] === '\\') at += 1
    else if (text[at] === sign && !(sign === '#' && text[at - 1] === '&')) {
      pieces.push(text.slice(start, at))
      start = at + 1
    }
  return [...pieces, text.slice(start)]
}

/** A backslash before an asterisk stays: there it says that the asterisk is one. */
const bare = (text: string) => text.replace(/\\([^*])/g, '$1').trim()

function answerOf(source: string): ClozeAnswer {
  const share = /^\s*(?:=|%(-?\d{1,3}(?:\.\d{1,20})?)%)?/.exec(source)
  const [text = '', ...feedback] = cut(source.slice(share?.[0].length ?? 0), '#')
  const percent = share?.[1] === undefined ? (share?.[0].trim() === '=' ? 100 : 0) : Number(share[1])
  return { html: bare(text), percent, feedback: bare(feedback.join('#')) }
}

/** The parts of a text, and the text with `blank(n)` in the place of each; n counts from 1. */
export function clozeParts(html: string, blank: (n: number) => string): { parts: ClozePart[]; text: string } {
  const parts: ClozePart[] = []
  let [text, at] = ['', 0]
  for (const found of html.matchAll(begins)) {
    const start = found.index
    if (start < at) continue
    const kind = kinds.find(([pattern]) => pattern.test(found[1] ?? ''))?.[1]
    const from = start + found[0].length
    const end = kind ? endOf(html, from) : -1
    if (!kind) continue
    if (end < 0) break
    parts.push({ kind, answers: cut(html.slice(from, end), '~').map(answerOf), source: html.slice(start, end + 1) })
    text += html.slice(at, start) + blank(parts.length)
    at = end + 1
  }
  return { parts, text: text + html.slice(at) }
}

const protectedText = (text: string) => text.replace(/[\\}~#"/*]/g, '\\$&')

/** One blank that is typed, as a part: any of the answers is right. */
export const typedPart = (htmlAnswers: readonly string[]): string =>
  `{1:SHORTANSWER:${htmlAnswers.map((one) => `=${protectedText(one).replace(/&\\#/g, '&#')}`).join('~')}}`
