import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { hrefIn } from '@/components/shell/locales'
import type { ResourceView } from '@/domain/resources/output'
import { DownloadLink } from '../download-link'
import { useFileWords } from '../file-words'
import { listPath } from '../scope'

type ResourceHeadProps = { resource: ResourceView; locale: string; instead: ReactNode }

/** What it is, which edition, and the file itself. */
export function ResourceHead({ resource, locale, instead }: ResourceHeadProps) {
  const t = useTranslations('resources')
  const words = useFileWords()
  const { kind, levels, title, summary } = resource
  return (
    <header className="pt-4 pb-6 lg:pt-8">
      <nav aria-label={t('back')}>
        <Link
          href={hrefIn(locale, listPath({ level: levels[0], kind }))}
          prefetch={false}
          className="-ml-2 inline-flex min-h-11 items-center px-2 text-deed text-small"
        >
          ← {t(`kind.${kind}`)}
        </Link>
      </nav>
      <div lang="zh-CN">
        <h1 className="font-song text-heading md:text-title">{title}</h1>
        <p className="prose pt-2 text-ink-2 text-small">{summary}</p>
      </div>
      {instead || (
        <div className="grid pt-4 min-[30rem]:justify-start">
          <DownloadLink resource={resource} look="filled" words={t('downloadFile', { file: words(resource) })} />
        </div>
      )}
    </header>
  )
}
