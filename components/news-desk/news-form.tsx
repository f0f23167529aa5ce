'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useLeaving } from '@/components/bank/workbench/use-leaving'
import { type Faults, useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { useAwake } from '@/components/ui/use-awake'
import type { NewsKind } from '@/domain/news/input'
import type { NewsDeskView } from '@/domain/news/output'
import { BodyEditor, BodyPreview } from './body-editor'
import { newsFaults } from './news-body'
import { NewsFailure, useNewsFaults } from './news-failure'
import { NewsFields } from './news-fields'

type NewsFormProps = {
  kinds: readonly NewsKind[]
  known: NewsDeskView | null
  today: string
  check?: (fields: Record<string, string>) => Faults
  send: (fields: Record<string, string>) => Promise<NewsDeskView>
  onSaved: (news: NewsDeskView) => void
  /** More fields, given what is wrong with them. */
  more?: (faults: Faults) => ReactNode
  /** More buttons, which may depend on whether something is not saved yet. */
  beside?: (isWritten: boolean) => ReactNode
}

/** A piece of news to write, with what its readers will see beside it. */
export function NewsForm({ kinds, known, today, check, send, onSaved, more, beside }: NewsFormProps) {
  const t = useTranslations('newsDesk')
  const words = useNewsFaults()
  const awake = useAwake()
  const [body, setBody] = useState(known?.body ?? '')
  const [state, setState] = useState<'as-saved' | 'written' | 'saved'>('as-saved')
  useLeaving(state === 'written')
  const use = useForm({
    check: (fields) => ({ ...newsFaults(fields), ...check?.(fields) }),
    send,
    onDone: (news) => {
      setState('saved')
      onSaved(news)
    },
    about: { 'id-taken': 'id' },
  })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 pt-4 lg:grid-cols-2">
      <form ref={use.form} method="post" noValidate onSubmit={use.submit} onInput={() => setState('written')}>
        {/* Before the scripts are awake nothing could be saved: what is typed then would be lost. */}
        <fieldset disabled={!awake} className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <NewsFields {...{ kinds, known, today }} faults={use.faults} />
          {more?.(use.faults)}
          <BodyEditor value={body} onChange={setBody} fault={words(use.faults.body)} />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" disabledFocusable={use.pending}>
              {t(known?.status === 'published' ? 'saveForReaders' : 'save')}
            </Button>
            {beside?.(state === 'written')}
            <span role="status" className="text-ink-2 text-small">
              {state === 'written' ? t('unsaved') : state === 'saved' && t('saved')}
            </span>
          </div>
          <NewsFailure error={use.error} />
        </fieldset>
      </form>
      <BodyPreview body={body} />
    </div>
  )
}
