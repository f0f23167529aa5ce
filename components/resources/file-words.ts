import { useTranslations } from 'next-intl'
import { sizeWords } from '@/components/uploads/size-words'
import type { ResourceCard } from '@/domain/resources/output'

/** PDF·6页·412 KB */
export function useFileWords() {
  const t = useTranslations('resources')
  return ({ format, pages, bytes }: Pick<ResourceCard, 'format' | 'pages' | 'bytes'>) =>
    [format.toUpperCase(), pages !== null && t('pages', { pages }), sizeWords(bytes)].filter(Boolean).join(t('dot'))
}
