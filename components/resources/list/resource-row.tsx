import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import type { ResourceCard } from '@/domain/resources/output'
import { DownloadLink } from '../download-link'
import { useFileWords } from '../file-words'

type ResourceRowProps = { resource: ResourceCard; locale: string; canDownload: boolean }

/** A file in the list: its title leads to its page, its button brings it at once. */
export function ResourceRow({ resource, locale, canDownload }: ResourceRowProps) {
  const t = useTranslations('resources')
  const words = useFileWords()
  const { id, kind, title, summary, year } = resource
  return (
    <li className="grid gap-x-8 gap-y-3 border-rule border-b py-4 md:grid-cols-[minmax(0,1fr)_auto] md:items-center md:py-5">
      <div className="grid min-w-0 gap-1" lang="zh-CN">
        <h3 className="font-semibold">
          <Link
            href={hrefIn(locale, `/resources/${id}`)}
            prefetch={false}
            className="decoration-1 underline-offset-4 hover:text-deed hover:underline"
          >
            {title}
          </Link>
        </h3>
        <p className="line-clamp-2 max-w-[42rem] text-ink-2 text-small">{summary}</p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 md:grid md:justify-items-end">
        <p className="text-ink-3 text-meta md:order-2">
          <span className="sr-only">
            {t(`kind.${kind}`)}
            {t('dot')}
          </span>
          {year !== null && t('yearEdition', { year: String(year) }) + t('dot')}
          {words(resource)}
        </p>
        {canDownload && <DownloadLink resource={resource} />}
      </div>
    </li>
  )
}
