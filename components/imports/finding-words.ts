import { useTranslations } from 'next-intl'
import type { Finding, Place } from '@/domain/formats/findings'

/** Where something stands, as short as a margin note: 第37行, Sheet1 C列. */
export function usePlaceWords() {
  const t = useTranslations('imports.place')
  return (place: Place): string => {
    const parts = [
      place.sheet,
      place.row !== undefined && t('row', { row: place.row }),
      place.line !== undefined && t('line', { line: place.line }),
      place.column && t('column', { column: place.column }),
      place.path,
    ]
    return parts.filter(Boolean).join(' ')
  }
}

/** What a reader left unsaid is nothing, not a fault of the page. */
const unsaid = { seen: '', where: '', type: '', key: '', was: '', first: '', count: 0 }

/** A finding in words, without its place. One that has none yet is told by its code and by what was seen. */
export function useFindingWords() {
  const t = useTranslations('findings')
  return ({ code, params }: Pick<Finding, 'code' | 'params'>): string =>
    t.has(code) ? t(code, { ...unsaid, ...params }) : [code, params.seen].filter(Boolean).join(' · ')
}

/** The name of a kind of finding, for filters. */
export function useFindingName() {
  const t = useTranslations('imports.findingName')
  return (code: string): string => (t.has(code) ? t(code) : code)
}
