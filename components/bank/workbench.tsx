'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ApiError } from '@/components/http'
import { hrefIn } from '@/components/shell/locales'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import type { QuestionView } from '@/domain/question-desk/output'
import { contentOf, formOf } from './draft-content'
import { type ChapterChoice, Editor } from './editor'
import { Facts } from './facts'
import { LivePreview } from './live-preview'
import { Moves } from './moves'
import { questionQuery, saveQuestion, versionsQuery } from './queries'
import { useFaults } from './use-faults'
import { useLeaving } from './use-leaving'
import { Versions } from './versions'

type WorkbenchProps = { initial: QuestionView; chapters: readonly ChapterChoice[]; subject: string; zone: string }

const contentIn = ({ next, current }: QuestionView) => (next ?? current).content

/** A question at the desk: its fields, how it will look, where it stands, and what it was before. */
export function Workbench({ initial, chapters, subject, zone }: WorkbenchProps) {
  const { data } = useQuery({ ...questionQuery(initial.id), initialData: initial })
  return (
    <>
      <Facts question={data} subject={subject} zone={zone} />
      <Desk key={data.base} question={data} chapters={chapters} />
      <Versions id={data.id} zone={zone} />
    </>
  )
}

function Desk({ question, chapters }: { question: QuestionView; chapters: readonly ChapterChoice[] }) {
  const t = useTranslations('bank')
  const client = useQueryClient()
  const { pending, error, fault, run } = useDeed('bank')
  const faults = useFaults(error)
  const [form, setForm] = useState(() => formOf(contentIn(question)))
  const [chapter, setChapter] = useState(question.chapter)
  const written = contentOf(form)
  const isChanged =
    JSON.stringify(written) !== JSON.stringify(contentOf(formOf(contentIn(question)))) || chapter !== question.chapter
  useLeaving(isChanged)
  const renew = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: questionQuery(question.id).queryKey }),
      client.invalidateQueries({ queryKey: versionsQuery(question.id).queryKey }),
    ])
  }
  const save = () =>
    run(async () => {
      await saveQuestion(question.id, { content: written, chapter, base: question.base })
      await renew()
    })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 pt-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <div>
        <Editor
          form={form}
          onForm={setForm}
          chapter={chapter}
          onChapter={setChapter}
          chapters={chapters}
          faults={faults}
        />
        <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-3 border-rule border-t bg-paper py-3 max-md:bottom-14">
          <Button disabled={pending || !isChanged} onClick={save}>
            {t('save')}
          </Button>
          <Moves question={question} disabled={isChanged} onMoved={renew} />
          <p role="status" className="text-small empty:hidden">
            {fault ? <span className="text-part">{fault}</span> : isChanged && t('unsaved')}
          </p>
          {error instanceof ApiError && error.code === 'stale' && <Newer id={question.id} />}
        </div>
      </div>
      <LivePreview form={form} subject={question.subject} />
    </div>
  )
}

/** Somebody else has changed it meanwhile: what they made opens beside, so that nothing written here is lost. */
function Newer({ id }: { id: string }) {
  const t = useTranslations('bank')
  return (
    <Link
      href={hrefIn(useLocale(), `/studio/questions/${id}`)}
      prefetch={false}
      target="_blank"
      className="inline-flex min-h-11 items-center text-deed text-small"
    >
      {t('seeNewer')}
    </Link>
  )
}
