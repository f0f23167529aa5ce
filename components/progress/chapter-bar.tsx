import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { ShareBar } from '@/components/charts/share-bar'
import { drillPath } from '@/components/drill/scope'
import { hrefIn } from '@/components/shell/locales'
import type { Mastery } from '@/domain/progress/view'
import { useFigures } from './words'

/** `mark`: the share of the points that passes. */
type ChapterBarProps = { subject: string; chapter: Mastery; mark: number }

const look =
  'grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(0,12.5rem)_minmax(4rem,1fr)_auto_auto] sm:gap-x-3'

/** A chapter as a row that leads to its questions: name, bar with whisker, share and number of answers. */
export function ChapterBar({ subject, chapter, mark }: ChapterBarProps) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const { key, practicable } = chapter
  return (
    <li className="border-rule border-b">
      {key !== null && practicable ? (
        <Link
          href={hrefIn(locale, drillPath({ mode: 'chapter', subject, chapter: key }))}
          prefetch={false}
          className={`${look} -mx-4 px-4 active:bg-sunk md:hover:bg-sunk`}
        >
          <Figures chapter={chapter} mark={mark} />
          <span className="col-start-2 row-start-1 justify-self-end text-deed text-small sm:col-start-4">
            {t('practise')}
          </span>
        </Link>
      ) : (
        <div className={look}>
          <Figures chapter={chapter} mark={mark} />
          <span aria-hidden="true" className="invisible col-start-2 row-start-1 text-small sm:col-start-4">
            {t('practise')}
          </span>
        </div>
      )}
    </li>
  )
}

function Figures({ chapter: { title, n, accuracy }, mark }: Omit<ChapterBarProps, 'subject'>) {
  const t = useTranslations('progress')
  const { percent } = useFigures()
  return (
    <>
      <span className="text-small">{title === null ? t('other') : <span lang="zh-CN">{title}</span>}</span>
      <ShareBar value={accuracy} mark={mark} />
      <span className="col-start-2 row-start-2 flex items-baseline justify-end gap-x-2 w-27 sm:col-start-3 sm:row-start-1">
        {accuracy ? (
          <span className="font-semibold text-small">{percent(accuracy.share)}</span>
        ) : (
          <span className="text-ink-3 text-meta">{t('tooFew')}</span>
        )}
        <span className="min-w-12 text-end text-ink-3 text-meta">{t('n', { count: n })}</span>
      </span>
    </>
  )
}
