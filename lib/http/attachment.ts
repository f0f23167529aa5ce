type File = { bytes: Uint8Array; mime: string; name: string; extension: string }

/** RFC 6266: a plain name for old programs, the real one for all others. */
export function dispositionOf(name: string, extension: string): string {
  const plain = name.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'yilian'
  const escaped = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  const whole = encodeURIComponent(`${name}.${extension}`).replaceAll(/['()*]/g, escaped)
  return `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${whole}`
}

export function attachment({ bytes, mime, name, extension }: File, headers: Headers): Response {
  headers.set('content-type', mime)
  headers.set('content-disposition', dispositionOf(name, extension))
  headers.set('content-length', String(bytes.byteLength))
  return new Response(new Blob([new Uint8Array(bytes)]), { headers })
}
