/** The parts of an MHT file: what Word and web pages put into a .docx as a whole. */
export type MimePart = { type: string; charset: string; location: string; id: string; bytes: Uint8Array }

const latin1 = (bytes: Uint8Array) => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)

const quoted = (text: string) =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function base64(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9+/]/g, '')
  return atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0)))
}

function partOf(source: string): MimePart | null {
  const end = /\r?\n\r?\n/.exec(source)
  if (!end) return null
  const head = source.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const body = source.slice(end.index + end[0].length)
  const encoding = field('Content-Transfer-Encoding').toLowerCase()
  const type = field('Content-Type')
  return {
    type: type.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8',
    location: field('Content-Location'),
    id: field('Content-ID').replace(/^<|>$/g, ''),
    bytes: bytesOf(encoding === 'base64' ? base64(body) : encoding === 'quoted-printable' ? quoted(body) : body),
  }
}

/** Empty when it is no MIME at all. */
export function mimeParts(bytes: Uint8Array): MimePart[] {
  const source = latin1(bytes)
  const boundary = /boundary="?([^"\r\n;]{1,80})/i.exec(source.slice(0, 4000))?.[1]
  if (boundary === undefined) {
    const only = /^(?:MIME-Version|Content-Type):/im.test(source.slice(0, 1000)) ? partOf(source) : null
    return only ? [only] : []
  }
  return source
    .split(`--${boundary}`)
    .slice(1)
    .flatMap((part) => partOf(part.replace(/^\r?\n/, '')) ?? [])
}
