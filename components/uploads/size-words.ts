const mebibyte = 1024 * 1024

/** Bytes as people say them: `412 KB`, `1.3 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < mebibyte) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / mebibyte).toFixed(1).replace(/\.0$/, '')} MB`
}
