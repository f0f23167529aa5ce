import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { sizeWords } from '@/components/uploads/size-words'
import type { ResourceCard } from '@/domain/resources/output'

/** PDF·6页·412 KB */
export function useFileWords() {
  const t = useTranslations('resources')
  return ({ format, pages, bytes }: Pick<ResourceCard, 'format' | 'pages' | 'bytes'>) =>
    [format.toUpperCase(), pages !== null && t('pages', { pages }), sizeWords(bytes)].filter(Boolean).join(t('dot'))
}

/** 2030年1月15日; of a day that has two, 2030年1月15日第2版. */
export function useEditionWords() {
  const t = useTranslations('resources')
  const { fullDay } = useDateWords()
  return (edition: string) => {
    const [day = '', nth] = edition.split('.')
    return nth === undefined ? fullDay(day) : t('editionOfDay', { day: fullDay(day), nth })
  }
}
