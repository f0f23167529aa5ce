import { useFormatter } from 'next-intl'

/** Bytes as people say them: 840 KB, 3.2 MB. */
export function useSizeWords() {
  const format = useFormatter()
  return (bytes: number): string => {
    const isLarge = bytes >= 1_000_000
    const value = isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000))
    return `${format.number(value, { maximumFractionDigits: 1 })} ${isLarge ? 'MB' : 'KB'}`
  }
}
