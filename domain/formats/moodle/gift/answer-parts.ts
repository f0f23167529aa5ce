/** One answer: `=%50%text#feedback`. Texts are still escaped. */
export type GiftAnswer = {
  mark: '=' | '~'
  percent: number | null
  text: string
  feedback: string
  /** No space before its mark: 1+1=2 may be meant. */
  glued: boolean
}

/** Positions of the signs that no backslash and no brace protects. */
function unprotected(text: string, signs: string): number[] {
  const found: number[] = []
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '\\') at += 1
    else if (sign === '{') depth += 1
    else if (sign === '}') depth -= 1
    else if (depth === 0 && signs.includes(sign)) found.push(at)
  }
  return found
}

export const firstUnprotected = (text: string, sign: string) =>
  text.includes(sign) ? (unprotected(text, sign)[0] ?? -1) : -1

/** The pieces between the signs that nothing protects. */
export function piecesBy(text: string, sign: string): string[] {
  const cuts = unprotected(text, sign)
  return [...cuts, text.length].map((end, index) => text.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, end))
}

/** The answers apart from the feedback that is for all of them: `…####why`. */
export function splitGeneral(inner: string): { body: string; general: string } {
  if (!inner.includes('####')) return { body: inner, general: '' }
  for (const at of unprotected(inner, '#'))
    if (inner.startsWith('####', at)) return { body: inner.slice(0, at), general: inner.slice(at + 4) }
  return { body: inner, general: '' }
}

function answerOf(mark: '=' | '~', source: string, glued: boolean): GiftAnswer {
  const share = /^\s*%(-?\d{1,3}(?:\.\d{1,20})?)%/.exec(source)
  const rest = share ? source.slice(share[0].length) : source
  const hash = firstUnprotected(rest, '#')
  return {
    mark,
    percent: share ? Number(share[1]) : null,
    text: (hash < 0 ? rest : rest.slice(0, hash)).trim(),
    feedback: hash < 0 ? '' : rest.slice(hash + 1).trim(),
    glued,
  }
}

/** The answers of a body, and what stands before the first of them. */
export function splitAnswers(body: string): { before: string; answers: GiftAnswer[] } {
  const starts = unprotected(body, '=~')
  const answers = starts.map((start, index) =>
    answerOf(
      body[start] === '=' ? '=' : '~',
      body.slice(start + 1, starts[index + 1]),
      start > 0 && !/\s/.test(body[start - 1] ?? ' '),
    ),
  )
  return { before: body.slice(0, starts[0]).trim(), answers }
}

/**
 * Whether a mark may be part of a formula: `=1+1=2` reads as two answers, and nobody can tell. A mark between figures is
 * one; so is a second `=` that is glued to its text where all the others stand apart.
 */
export function isDoubtful(body: string, answers: readonly GiftAnswer[]): boolean {
  if (!answers.some((one) => one.glued)) return false
  if (/[\d)\]]=\s*[-\d(]/.test(body.replace(/\\./g, ''))) return true
  const rights = answers.filter((one) => one.mark === '=')
  return rights.length > 1 && rights.some((one) => one.glued) && answers.filter((one) => !one.glued).length > 1
}
