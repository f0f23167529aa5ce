import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateLinks } from '@/components/events/date-links'
import type { LevelCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { ResourceKind, ResourceQuery } from '@/domain/resources/input'
import type { ResourceList } from '@/domain/resources/output'
import { archivePath, isNarrowed, listPath } from '../scope'
import { isExplained } from './empty-kind'
import { FindForm } from './find-form'
import { KindFilter } from './kind-filter'
import { KindSection } from './kind-section'
import { LevelTabs } from './level-tabs'

type LibraryProps = {
  locale: string
  levels: readonly LevelCard[]
  level: LevelCard
  query: ResourceQuery
  list: ResourceList
  kinds: readonly ResourceKind[]
  /** What stands in the place of downloads where there can be none. */
  instead: ReactNode
}

/** The study material of a level, kind by kind. */
export function Library({ locale, levels, level, query, list, kinds, instead }: LibraryProps) {
  const t = useTranslations('resources')
  const narrowed = isNarrowed(query)
  const shown = kinds.filter(
    (kind) =>
      (query.kind ?? kind) === kind && (list.kinds[kind] > 0 || (!narrowed && (query.kind || isExplained(kind)))),
  )
  const filters = { query, locale }
  return (
    <div className="flex-1 pt-6 pb-16 lg:pt-10">
      <h1 className="font-song text-heading md:text-title">{t('title')}</h1>
      <LevelTabs levels={levels} chosen={level.id} locale={locale} />
      {instead}
      <div className="lg:grid lg:grid-cols-[12rem_minmax(0,1fr)] lg:gap-x-12 lg:pt-8">
        <div className="flex flex-col-reverse pt-3 lg:block lg:pt-0">
          <KindFilter {...filters} kinds={kinds.map((kind) => [kind, list.kinds[kind]])} />
          <FindForm {...filters} level={level} years={list.years} />
        </div>
        <div>
          {shown.map((kind) => (
            <KindSection
              key={kind}
              {...{ kind, level, locale }}
              items={list.items.filter((item) => item.kind === kind)}
              canDownload={!instead}
              alone={query.kind !== undefined}
            />
          ))}
          {shown.length === 0 && <NothingFound level={level} query={query} locale={locale} />}
          {!instead && !narrowed && !query.kind && list.items.length > 1 && (
            <p className="pt-6">
              <a href={archivePath(query.level ?? '')} download className={buttonLook('outlined')}>
                {t('archive', { level: level.title, count: list.items.length })}
              </a>
            </p>
          )}
          <p className="max-w-[36em] pt-6 text-ink-3 text-meta">{t('about')}</p>
          <DateLinks className="max-w-[36em] pt-10" />
        </div>
      </div>
    </div>
  )
}

type NothingFoundProps = { level: LevelCard; query: ResourceQuery; locale: string }

function NothingFound({ level, query, locale }: NothingFoundProps) {
  const t = useTranslations('resources')
  return (
    <div className="grid justify-items-start gap-3 py-8" role="status">
      <p className="text-ink-2 text-small">{t('nothing', { level: level.title })}</p>
      <Link href={hrefIn(locale, listPath({ level: query.level }))} prefetch={false} className={buttonLook('outlined')}>
        {t('showAll', { level: level.title })}
      </Link>
    </div>
  )
}
