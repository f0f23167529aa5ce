import { useTranslations } from 'next-intl'
import type { ResourceCard } from '@/domain/resources/output'

const mebibyte = 1024 * 1024

/** `412 KB`, `1.3 MB`. */
function sizeWords(bytes: number): string {
  if (bytes < mebibyte) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / mebibyte).toFixed(1)} MB`
}

/** PDF·6页·412 KB */
export function useFileWords() {
  const t = useTranslations('resources')
  return ({ format, pages, bytes }: Pick<ResourceCard, 'format' | 'pages' | 'bytes'>) =>
    [format.toUpperCase(), pages !== null && t('pages', { pages }), sizeWords(bytes)].filter(Boolean).join(t('dot'))
}
