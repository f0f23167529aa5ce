'use client'

import { useQuery } from '@tanstack/react-query'
import { type ChapterChoice, Editor } from '@/components/bank/editor/editor'
import { questionQuery } from '@/components/bank/queries'
import { Versions } from '@/components/bank/versions/versions'
import type { QuestionView } from '@/domain/question-desk/output'
import { DeskFoot } from './desk-foot'
import { Facts } from './facts'
import { LivePreview } from './live-preview'
import { useDesk } from './use-desk'
import { useFaults } from './use-faults'
import { useLeaving } from './use-leaving'

type WorkbenchProps = { initial: QuestionView; chapters: readonly ChapterChoice[]; subject: string; zone: string }

/** A question at the desk: its fields, how it will look, where it stands, and what it was before. */
export function Workbench({ initial, chapters, subject, zone }: WorkbenchProps) {
  const { data: question } = useQuery({ ...questionQuery(initial.id), initialData: initial })
  const desk = useDesk(question)
  const { form, setForm, chapter, setChapter, isChanged } = desk.draft
  const { faults, fields } = useFaults(desk.error)
  useLeaving(isChanged)
  return (
    <>
      <Facts question={question} subject={subject} zone={zone} />
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
          <DeskFoot question={question} desk={desk} />
        </div>
        <LivePreview form={form} subject={question.subject} />
      </div>
      <Versions id={question.id} zone={zone} disabled={isChanged} />
    </>
  )
}
