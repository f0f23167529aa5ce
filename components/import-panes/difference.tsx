import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { hrefIn } from '@/components/shell/locales'
import type { ItemView } from '@/domain/imports/output'

type Target = NonNullable<ItemView['target']>

/** What stands in the bank and what the file says: only what differs, struck out and put in. */
export function Difference({ target }: { target: Target }) {
  const t = useTranslations('imports')
  const parts = target.difference.filter(({ runs }) => runs.some(({ side }) => side !== 'both'))
  return (
    <section aria-label={t('against')} className="mb-3 border border-rule p-2.5 text-small">
      <h3 className="pb-1 font-semibold">{t('against')}</h3>
      <p className="pb-1 text-ink-2 text-meta">
        <Link
          href={hrefIn(useLocale(), `/studio/questions/${target.questionId}`)}
          prefetch={false}
          target="_blank"
          className="text-deed"
        >
          {t('inBank')}
        </Link>{' '}
        · {t(`bankStatus.${target.status}`)}
      </p>
      {parts.length === 0 && <p className="text-ink-2">{t('noDifference')}</p>}
      <dl className="grid gap-1">
        {parts.map(({ part, runs }) => (
          <div key={part} className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-2">
            <dt className="text-ink-3 text-meta leading-6">{t(`part.${part}`)}</dt>
            <dd lang="zh-CN" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {runs.map((run, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text have no other name
                <Fragment key={index}>
                  <Run {...run} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Run({ text, side }: Target['difference'][number]['runs'][number]) {
  if (side === 'bank') return <del className="bg-sunk text-ink-2 decoration-ink-2">{text}</del>
  if (side === 'file') return <ins className="bg-deed-wash decoration-deed underline-offset-4">{text}</ins>
  return text
}
