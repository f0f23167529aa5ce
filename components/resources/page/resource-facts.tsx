import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { Chevron } from '@/components/ui/chevron'
import type { ResourceView } from '@/domain/resources/output'
import { useEditionWords, useFileWords } from '../file-words'

/** Fewer say nothing. */
const tellingCount = 30

/** Edition, file, licence, when its grounds were checked, and the sum by which a download is proven whole. */
export function ResourceFacts({ resource }: { resource: ResourceView }) {
  const t = useTranslations('resources')
  const dates = useDateWords()
  const words = useFileWords()
  const editionWords = useEditionWords()
  const { edition, editions, checkedOn, licence, sha256, downloads } = resource
  return (
    <section aria-labelledby="facts" className="border-rule border-t lg:border-t-0">
      <h2 id="facts" className="pt-3 text-ink-3 text-meta lg:pt-0">
        {t('facts')}
      </h2>
      <dl className="grid grid-cols-[minmax(min-content,auto)_minmax(0,1fr)] gap-x-4 py-1 text-small [&_dd]:py-1 [&_dt]:py-1 [&_dt]:text-ink-3">
        <dt>{t('edition')}</dt>
        <dd>{editionWords(edition)}</dd>
        <dt>{t('changes')}</dt>
        <dd lang="zh-CN">{editions[0]?.changes}</dd>
        <dt>{t('file')}</dt>
        <dd>{words(resource)}</dd>
        {checkedOn && (
          <>
            <dt>{t('checked')}</dt>
            <dd>{dates.fullDay(checkedOn)}</dd>
          </>
        )}
        <dt>{t('licence')}</dt>
        <dd>
          {licence}
          {licence === 'CC-BY-4.0' && <span className="block text-ink-3 text-meta">{t('mayShare')}</span>}
        </dd>
        {downloads >= tellingCount && (
          <>
            <dt>{t('downloads')}</dt>
            <dd>{t('persons', { count: downloads })}</dd>
          </>
        )}
      </dl>
      <details className="group border-rule border-y">
        <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between text-ink-2 text-small [&::-webkit-details-marker]:hidden">
          {t('checksum')}
          <Chevron />
        </summary>
        <p className="pb-3 text-ink-3 text-meta">{t('checksumNote')}</p>
        <p className="break-all pb-3 font-mono text-meta">{sha256}</p>
      </details>
    </section>
  )
}
