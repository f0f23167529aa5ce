'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useState } from 'react'
import { contentOf, isComplete, type QuestionForm } from '@/components/bank/editor/draft-content'
import { previewQuery } from '@/components/bank/queries'
import { Html } from '@/components/questions/html'
import { SolvedQuestion } from '@/components/questions/solved-question'
import type { RenderedView } from '@/domain/question-desk/output'

const pauseMs = 400

/** The question as the candidate will see it, a moment after one stops typing. */
export function LivePreview({ form, subject }: { form: QuestionForm; subject: string }) {
  const t = useTranslations('bank')
  const latest = useDeferredValue(form)
  const [shown, setShown] = useState(form)
  useEffect(() => {
    const timer = setTimeout(() => setShown(latest), pauseMs)
    return () => clearTimeout(timer)
  }, [latest])
  const isReady = isComplete(shown)
  const { data, error } = useQuery({ ...previewQuery(contentOf(shown), subject), enabled: isReady })
  return (
    <section
      aria-labelledby="preview"
      className="min-w-0 self-start lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:px-4"
    >
      <h2 id="preview" className="pb-2 text-ink-3 text-small">
        {t('preview')}
      </h2>
      {(error || !isReady) && <p className="pb-2 text-ink-2 text-small">{t('previewWaits')}</p>}
      {data && <Rendered rendered={data} />}
    </section>
  )
}

/** A version as it is set, with all that is told after the answer. */
function Rendered({ rendered: { question, solution } }: { rendered: RenderedView }) {
  const t = useTranslations('bank')
  const id = `stem-${question.version}`
  return (
    <div className="border-rule border-t pt-3">
      <p className="pb-2 text-ink-3 text-meta">{t(`type.${question.type}`)}</p>
      {question.material && <Html html={question.material.html} className="prose-case pb-3 text-small" />}
      <Html html={question.stem.html} id={id} className="pb-3 text-stem" />
      <SolvedQuestion question={question} solution={solution} labelledBy={id} />
    </div>
  )
}
