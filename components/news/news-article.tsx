import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import '@/components/resources/page/article.css'
import { ResourceArticle } from '@/components/resources/page/resource-article'
import { hrefIn } from '@/components/shell/locales'
import type { NewsView } from '@/domain/news/output'
import { provinceName } from '@/domain/regions/provinces'
import { useDayWords, useSourceWords } from './source-words'
import { Unverified } from './unverified'

/** A piece of news: what it is, of which day, its text, where it comes from. */
export function NewsArticle({ news }: { news: NewsView }) {
  const t = useTranslations('news')
  const locale = useLocale()
  const dayWords = useDayWords()
  const sourceWords = useSourceWords()
  const { kind, title, region, place, source, verified, html } = news
  return (
    <article>
      <nav aria-label={t('back')} className="-mt-2">
        <Link
          href={hrefIn(locale, '/news')}
          prefetch={false}
          className="-ml-2 inline-flex min-h-11 items-center px-2 text-deed text-small"
        >
          ← {t('back')}
        </Link>
      </nav>
      <h1 lang="zh-CN" className="font-song text-heading md:text-title">
        {title}
      </h1>
      <p className="pt-2 text-ink-3 text-meta">
        {t(`kinds.${kind}`)}
        {t('dot')}
        {region === '' ? t('national') : provinceName(region, locale)}
        {place && <span lang="zh-CN"> {place}</span>}
        {t('dot')}
        {dayWords(news)}
      </p>
      {!verified && (
        <p className="flex flex-wrap items-center gap-x-3 pt-3 text-ink-2 text-small">
          <Unverified words={t('unverified')} />
          {t('unverifiedNote')}
        </p>
      )}
      <div className="pt-6">
        <ResourceArticle html={html} />
      </div>
      {source && (
        <p lang="zh-CN" className="mt-8 border-rule border-t pt-3 text-ink-3 text-meta">
          {t('sourceOf', { source: sourceWords(source) })}
        </p>
      )}
    </article>
  )
}
