import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import type { ResourceDeskView } from '@/domain/resources/desk/output'
import { Moves } from './moves'
import { StatusWord } from './status-word'

type ResourceStandingProps = {
  resource: ResourceDeskView
  canChange: boolean
  onMoved: (move: 'publish' | 'retire') => Promise<void>
}

/** Where a resource stands, what readers see of it, and what can be done about it. */
export function ResourceStanding({ resource, canChange, onMoved }: ResourceStandingProps) {
  const t = useTranslations('resourcesDesk')
  const locale = useLocale()
  const { id, status, origin, edition } = resource
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-rule border-b py-3">
      <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-small">
        <StatusWord status={status} />
        <span className="text-ink-2">{t(`origin.${origin}`)}</span>
        <span className={edition ? 'text-ink-2' : 'text-part'}>
          {edition ? t('editionOf', { edition }) : t('noFile')}
        </span>
        {status === 'published' ? (
          <Link
            href={hrefIn(locale, `/resources/${id}`)}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-deed md:min-h-9"
          >
            {t('seen', { address: `/resources/${id}` })}
          </Link>
        ) : (
          <span className="text-ink-3">/resources/{id}</span>
        )}
      </p>
      {canChange ? (
        <Moves resource={resource} onMoved={onMoved} />
      ) : (
        <p className="text-part text-small">{t('notYours')}</p>
      )}
    </div>
  )
}
