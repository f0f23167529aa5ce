'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { contentOf, emptyForm } from '@/components/bank/editor/draft-content'
import { type ChapterChoice, Editor } from '@/components/bank/editor/editor'
import { createQuestion } from '@/components/bank/queries'
import { hrefIn } from '@/components/shell/locales'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import { LivePreview } from './live-preview'
import { useFaults } from './use-faults'
import { useLeaving } from './use-leaving'

/** A question that is written here; it begins as a draft. */
export function NewQuestion({ subject, chapters }: { subject: string; chapters: readonly ChapterChoice[] }) {
  const t = useTranslations('bank')
  const router = useRouter()
  const locale = useLocale()
  const { pending, error, fault, run } = useDeed('bank')
  const { faults, fields } = useFaults(error)
  const [form, setForm] = useState(emptyForm)
  const [chapter, setChapter] = useState<string | null>(null)
  const [isSaved, setSaved] = useState(false)
  useLeaving(form !== emptyForm && !isSaved)
  const save = () =>
    run(async () => {
      const { id } = await createQuestion({ subject, chapter, content: contentOf(form) })
      setSaved(true)
      router.push(hrefIn(locale, `/studio/questions/${id}`))
    })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 pt-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <div>
        <div ref={fields}>
          <Editor
            form={form}
            onForm={setForm}
            chapter={chapter}
            onChapter={setChapter}
            chapters={chapters}
            faults={faults}
          />
        </div>
        <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-3 border-rule border-t bg-paper py-3 max-md:bottom-14">
          <Button disabledFocusable={pending || isSaved} onClick={save}>
            {t('saveDraft')}
          </Button>
          <p role="alert" className="text-part text-small empty:hidden">
            {fault}
          </p>
        </div>
      </div>
      <LivePreview form={form} subject={subject} />
    </div>
  )
}
