import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { Button } from '@/components/ui/button'
import type { ImportView } from '@/domain/imports/output'
import { type Batch, publishBatch, submitBatch } from './queries'
import { SampleView } from './sample-view'

type BatchActionsProps = { shown: ImportView; isReviewer: boolean; onUndo: () => Promise<void> }

/** What was imported goes on as a whole: looked at by sample, sent to review, published; and the way back stays. */
export function BatchActions({ shown, isReviewer, onUndo }: BatchActionsProps) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const seed = useSearchParams().get('sample')
  const [done, setDone] = useState('')
  const { add, version } = shown.counts.byAction
  const told = (name: 'submit' | 'publish', batch: Batch) => setDone(t(`${name}.done`, batch))
  const sample = (value: string | null) => {
    const next = new URLSearchParams(window.location.search)
    if (value) next.set('sample', value)
    else next.delete('sample')
    window.history.replaceState(null, '', `${window.location.pathname}${next.size > 0 ? `?${next}` : ''}`)
  }
  return (
    <section aria-label={t('batch')} className="border-rule border-t pt-3 pb-4">
      <p className="pb-3 text-small">{t('committed', { add, version })}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="outlined" onClick={() => sample(seed ? String(Number(seed) + 1) : '1')}>
          {t(seed ? 'sample.another' : 'sample.action')}
        </Button>
        <ConfirmedButton
          space="imports"
          action={t('submit.action')}
          title={t('submit.title')}
          effect={t('submit.effect')}
          run={async () => told('submit', await submitBatch(shown.id))}
        />
        {isReviewer && (
          <ConfirmedButton
            space="imports"
            look="filled"
            action={t('publish.action')}
            title={t('publish.title')}
            effect={t('publish.effect')}
            run={async () => told('publish', await publishBatch(shown.id))}
          />
        )}
        <Link
          href={hrefIn(locale, `/studio/questions?import=${shown.id}`)}
          prefetch={false}
          className="inline-flex min-h-11 items-center px-2 font-semibold text-deed text-small"
        >
          {t('toQuestions')}
        </Link>
        <span className="ml-auto">
          <ConfirmedButton
            space="imports"
            look="text"
            action={t('undo.whole')}
            title={t('undo.title', { name: shown.fileName || t('pasted') })}
            effect={t('undo.effect')}
            run={onUndo}
          />
        </span>
      </div>
      <p role="status" className="pt-3 text-small empty:hidden">
        {done}
      </p>
      {seed && <SampleView id={shown.id} seed={seed} onClose={() => sample(null)} />}
    </section>
  )
}
