import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import type { NewsCard } from '@/domain/news/output'
import { provinceName } from '@/domain/regions/provinces'
import { useDayWords } from './source-words'
import { Unverified } from './unverified'

/** A piece of news in the list. */
export function NewsRow({ news }: { news: NewsCard }) {
  const t = useTranslations('news')
  const locale = useLocale()
  const dayWords = useDayWords()
  const { id, kind, title, summary, region, place, verified } = news
  const where = region === '' ? t('national') : provinceName(region, locale)
  return (
    <li className="border-rule border-b py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3 text-meta">
        <span>
          {t(`kinds.${kind}`)}
          {t('dot')}
          {where}
          {place && <span lang="zh-CN"> {place}</span>}
        </span>
        {!verified && <Unverified words={t('unverified')} />}
      </p>
      <div lang="zh-CN">
        <h2 className="pt-1 font-semibold">
          <Link
            href={hrefIn(locale, `/news/${id}`)}
            prefetch={false}
            className="inline-block py-1 decoration-1 underline-offset-4 hover:text-deed hover:underline"
          >
            {title}
          </Link>
        </h2>
        <p className="max-w-[42rem] text-ink-2 text-small">{summary}</p>
      </div>
      <p className="pt-1 text-ink-3 text-meta">{dayWords(news)}</p>
    </li>
  )
}
