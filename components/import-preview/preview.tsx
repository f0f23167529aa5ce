'use client'

import { useTranslations } from 'next-intl'
import { BatchActions } from '@/components/import-batch/batch-actions'
import type { ChapterChoice } from '@/components/import-editing/about-fields'
import { MappingPanel } from '@/components/import-mapping/mapping-panel'
import { changeMapping, commitImport, discardImport, undoImport } from '@/components/imports/queries'
import { isUnderWay } from '@/components/imports/under-way'
import { LoadFailure } from '@/components/ui/load-failure'
import { ProgressLine } from '@/components/uploads/progress-line'
import type { FindingCode } from '@/domain/formats/findings'
import type { ImportView } from '@/domain/imports/output'
import { Desk } from './desk'
import { PreviewFoot } from './preview-foot'
import { PreviewHead } from './preview-head'
import { useImport } from './use-import'

type PreviewProps = {
  initial: ImportView
  subject: string
  subjects: readonly { value: string; label: string }[]
  chapters: readonly ChapterChoice[]
  /** Whether they may publish. */
  isReviewer: boolean
}

/** An import, from being read to being undone: what was understood is seen before any of it counts. */
export function Preview({ initial, subject, subjects, chapters, isReviewer }: PreviewProps) {
  const { shown, error, retry, put } = useImport(initial)
  const { id, status } = shown
  const begun = (next: ImportView['status']) => {
    put({ ...shown, status: next, progress: { done: 0, of: 0 } })
    retry()
  }
  const hasItems = ['ready', 'committed', 'undone'].includes(status)
  return (
    <>
      <PreviewHead shown={shown} subject={subject} />
      {error && isUnderWay(shown) && <LoadFailure error={error} onRetry={retry} />}
      <Standing shown={shown} />
      {(status === 'ready' || status === 'failed') && isMappable(shown) && (
        <MappingPanel
          key={`${status} ${shown.tables.map((one) => one.fingerprint)}`}
          shown={shown}
          subjects={subjects}
          chapters={chapters}
          onApply={async (mapping) => {
            put(await changeMapping(id, mapping))
          }}
        />
      )}
      {status === 'committed' && (
        <BatchActions
          shown={shown}
          isReviewer={isReviewer}
          onUndo={async () => {
            await undoImport(id)
            begun('undoing')
          }}
        />
      )}
      {hasItems && shown.counts.questions > 0 && (
        <Desk shown={shown} chapters={chapters} onImport={put} isOpen={status === 'ready'} />
      )}
      {(status === 'ready' || status === 'failed') && (
        <PreviewFoot
          shown={shown}
          errorSheet={`/api/v1/imports/${id}/errors.xlsx`}
          onCommit={async () => {
            await commitImport(id)
            begun('committing')
          }}
          onDiscard={async () => {
            await discardImport(id)
            begun('discarded')
          }}
        />
      )}
    </>
  )
}

const mappable: readonly FindingCode[] = ['CHAPTER_UNKNOWN', 'SUBJECT_UNKNOWN', 'DIFFICULTY_UNKNOWN']

/** Whether there is anything that one could tell the meaning of. */
const isMappable = ({ tables, findings, counts }: ImportView) =>
  tables.length > 0 ||
  findings.some(({ code }) => code === 'ENCODING_GUESSED') ||
  mappable.some((code) => (counts.byFinding[code] ?? 0) > 0)

/** What is being done with it just now, or what was. */
function Standing({ shown }: { shown: ImportView }) {
  const t = useTranslations('imports')
  const { status, progress, undoing } = shown
  if (status === 'reading' || status === 'bringing' || status === 'committing' || status === 'undoing')
    return (
      <div className="py-4">
        <ProgressLine
          label={t(`doing.${status}`)}
          done={progress.done}
          of={progress.of}
          words={progress.of > 0 ? t('progress', progress) : t('begun')}
        />
        <p className="pt-2 text-ink-3 text-meta">{t('mayLeave')}</p>
      </div>
    )
  if (status === 'undone' && undoing)
    return (
      <p role="status" className="pb-3 text-small">
        {t('undone', undoing)}
      </p>
    )
  if (status === 'failed') return <p className="pb-3 text-small">{t('failedNote')}</p>
  if (status === 'discarded') return <p className="pb-3 text-small">{t('discardedNote')}</p>
  return null
}
