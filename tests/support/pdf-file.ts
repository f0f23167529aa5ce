import { randomBytes } from 'node:crypto'

/** A PDF of some pages, and of about so many bytes, which no compression makes fewer. */
export function pdfFile({ pages, bytes }: { pages: number; bytes: number }): Buffer {
  const numbers = Array.from({ length: pages }, (_, page) => page + 4)
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count ${pages} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`),
    stream(randomBytes(bytes)),
    ...numbers.map(() => Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>')),
  ]
  const parts = [Buffer.from('%PDF-1.7\n')]
  let at = parts[0]?.length ?? 0
  const places = objects.map((object, index) => {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    const place = at
    parts.push(whole)
    at += whole.length
    return place
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(table + end)])
}

const stream = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`<< /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')])
