import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { PdfPreview } from '@/components/pdf/pdf-preview'
import { Words } from '@/components/shell/words'
import type { ResourceView } from '@/domain/resources/output'
import './article.css'
import { DownloadLink } from '../download-link'
import { filePath } from '../scope'
import { Grounds } from './grounds'
import { RelatedPractice } from './related-practice'
import { Contents, ResourceArticle } from './resource-article'
import { ResourceFacts } from './resource-facts'
import { ResourceHead } from './resource-head'

type ResourcePageProps = {
  resource: ResourceView
  related: ComponentProps<typeof RelatedPractice>['subjects']
  locale: string
  /** What stands in the place of downloads where there can be none. */
  instead: ReactNode
}

/** A piece of study material: the file, the text in it, and what both rest on. From 1024 px its facts stand beside it. */
export function ResourcePage({ resource, related, locale, instead }: ResourcePageProps) {
  const t = useTranslations('resources')
  return (
    <div className="flex-1 pb-16 lg:grid lg:grid-cols-12 lg:grid-rows-[auto_1fr] lg:pb-0">
      <div className="lg:col-span-8 lg:border-rule lg:border-r lg:pr-10">
        <ResourceHead resource={resource} locale={locale} instead={instead} />
        {resource.format === 'pdf' && (
          <Words spaces={['pdf']}>
            <div className="-mt-3 pb-6">
              <PdfPreview
                address={`${filePath(resource.id)}?for=preview`}
                title={resource.title}
                instead={!instead && <DownloadLink resource={resource} />}
              />
            </div>
          </Words>
        )}
      </div>
      <aside className="lg:col-span-4 lg:row-span-2 lg:pt-10 lg:pb-16 lg:pl-10">
        <div className="grid gap-x-6 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:gap-y-6 lg:overflow-y-auto">
          <ResourceFacts resource={resource} />
          {resource.html !== null && resource.headings.length > 0 && <Contents headings={resource.headings} />}
        </div>
      </aside>
      <div className="lg:col-span-8 lg:border-rule lg:border-r lg:pr-10 lg:pb-16">
        {resource.html !== null && (
          <>
            <p className="pt-4 pb-6 text-ink-3 text-meta lg:pt-0">{t('sameText')}</p>
            <ResourceArticle html={resource.html} />
          </>
        )}
        {!instead && (
          <p className="pt-10 print:hidden">
            <DownloadLink resource={resource} words={t('downloadAgain')} />
          </p>
        )}
        <RelatedPractice subjects={related} locale={locale} />
        <Grounds {...resource} />
      </div>
    </div>
  )
}
