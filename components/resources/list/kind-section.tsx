import { useTranslations } from 'next-intl'
import type { LevelCard } from '@/components/exams/levels'
import type { ResourceKind } from '@/domain/resources/input'
import type { ResourceCard } from '@/domain/resources/output'
import { EmptyKind } from './empty-kind'
import { ResourceRow } from './resource-row'

type KindSectionProps = {
  kind: ResourceKind
  items: readonly ResourceCard[]
  level: LevelCard
  locale: string
  canDownload: boolean
  /** The one kind that is shown. */
  alone: boolean
}

/** One kind of material: its files, or why there are none. */
export function KindSection({ kind, items, level, locale, canDownload, alone }: KindSectionProps) {
  const t = useTranslations('resources')
  return (
    <section aria-labelledby={kind} className="pt-6 first:pt-3 lg:first:pt-0">
      <h2 id={kind} className="border-rule border-b pb-2 text-ink-3 text-meta lg:leading-7">
        {t(`kind.${kind}`)}
      </h2>
      {items.length > 0 ? (
        <ul>
          {items.map((resource) => (
            <ResourceRow key={resource.id} {...{ resource, locale, canDownload }} />
          ))}
        </ul>
      ) : (
        <EmptyKind {...{ kind, level, locale }} offers={alone || kind === 'past-papers'} />
      )}
    </section>
  )
}
