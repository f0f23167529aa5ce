import { readMail } from './smtp'

type MailPart = { head: string; name: string; bytes: Buffer }

const parameter = (head: string, name: string) => new RegExp(`${name}="?([^";\\n]+)"?`, 'i').exec(head)?.[1] ?? ''

/** A file's name as RFC 2231 writes it: in one piece or in several, each perhaps percent-encoded. */
function nameIn(head: string): string {
  const pieces = [...head.matchAll(/filename\*(\d+)\*?=([^;\n]+)/g)].sort(
    (one, other) => Number(one[1]) - Number(other[1]),
  )
  const whole = pieces.length > 0 ? pieces.map((piece) => piece[2]).join('') : parameter(head, 'filename\\*?')
  return decodeURIComponent(whole.replaceAll('"', '').replace(/^utf-8''/i, ''))
}

/** The parts of a mail that has some: its text, and what was attached. */
export function partsOf(raw: string): MailPart[] {
  const lines = raw.replaceAll('\r\n', '\n')
  const boundary = parameter(lines.slice(0, lines.indexOf('\n\n')), 'boundary')
  return lines
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const text = part.replace(/^\n/, '').replace(/\n$/, '')
      const at = text.indexOf('\n\n')
      const head = text.slice(0, at)
      const isBase64 = /^content-transfer-encoding: base64/im.test(head)
      const bytes = isBase64 ? Buffer.from(text.slice(at), 'base64') : Buffer.from(readMail(text).text)
      return { head, name: nameIn(head), bytes }
    })
}
