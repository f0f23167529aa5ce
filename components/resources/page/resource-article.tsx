import { useTranslations } from 'next-intl'
import { Chevron } from '@/components/ui/chevron'
import type { ResourceView } from '@/domain/resources/output'

type Headings = Pick<ResourceView, 'headings'>

/** The parts of the text, folded away on phones. */
export function Contents({ headings }: Headings) {
  const t = useTranslations('resources')
  const parts = headings.filter((heading) => heading.level === 2)
  const list = (
    <ol lang="zh-CN" className="text-small">
      {parts.map(({ id, title }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className="flex min-h-11 items-center py-1 text-ink-2 underline-offset-4 hover:text-deed hover:underline lg:min-h-9"
          >
            {title}
          </a>
        </li>
      ))}
    </ol>
  )
  return (
    <nav aria-label={t('contents')} className="print:hidden">
      <details className="group border-rule border-b lg:hidden">
        <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between font-semibold text-small [&::-webkit-details-marker]:hidden">
          {t('contents')}
          <Chevron />
        </summary>
        <div className="pb-3">{list}</div>
      </details>
      <div className="hidden lg:block">
        <h2 className="pb-1 text-ink-3 text-meta">{t('contents')}</h2>
        {list}
      </div>
    </nav>
  )
}

/** The text as it stands in the file. It is HTML that the server made by an allow-list. */
export function ResourceArticle({ html }: { html: string }) {
  return <div lang="zh-CN" className="prose article [text-wrap:wrap]" dangerouslySetInnerHTML={{ __html: html }} />
}
