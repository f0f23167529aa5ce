import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useState } from 'react'
import '@/components/resources/page/article.css'
import { ResourceArticle } from '@/components/resources/page/resource-article'
import { TextBox } from '@/components/ui/field'
import { newsPreviewQuery } from './queries'

const pauseMs = 400

type BodyEditorProps = { value: string; onChange: (value: string) => void; fault: string | undefined }

/** The text in Markdown. */
export function BodyEditor({ value, onChange, fault }: BodyEditorProps) {
  const t = useTranslations('newsDesk')
  return (
    // Room to write in from the first word on.
    <div className="[&_textarea]:max-h-[75dvh] [&_textarea]:min-h-64">
      <TextBox
        label={t('field.body')}
        hint={t('field.bodyHint')}
        name="body"
        lang="zh-CN"
        rows={12}
        maxLength={30_000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        fault={fault}
      />
    </div>
  )
}

/** The text as readers will see it, a moment after one stops typing. */
export function BodyPreview({ body }: { body: string }) {
  const t = useTranslations('newsDesk')
  const latest = useDeferredValue(body)
  const [shown, setShown] = useState(body)
  useEffect(() => {
    const timer = setTimeout(() => setShown(latest), pauseMs)
    return () => clearTimeout(timer)
  }, [latest])
  const isWritten = shown.trim() !== ''
  const { data, error } = useQuery({ ...newsPreviewQuery(shown), enabled: isWritten })
  return (
    <section
      aria-labelledby="preview"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard a box scrolls only while it has the focus
      tabIndex={0}
      className="min-w-0 self-start border-rule max-lg:border-t max-lg:pt-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:border-l lg:pl-8"
    >
      <h2 id="preview" className="pb-2 text-ink-3 text-small">
        {t('preview')}
      </h2>
      {(error || !isWritten) && (
        <p className="pb-2 text-ink-2 text-small">{t(error ? 'previewFailed' : 'previewWaits')}</p>
      )}
      {isWritten && data && <ResourceArticle html={data.html} />}
    </section>
  )
}
