import { useTranslations } from 'next-intl'
import { NoteForm } from '@/components/notes/note-form'
import { ReportForm } from '@/components/reports/report-form'
import { Dialog } from '@/components/ui/dialog'
import type { OwnMarks } from './use-own-marks'

export type OwnSheet = { kind: 'note' | 'report'; question: string }

type OwnSheetsProps = { sheet: OwnSheet | null; marks: OwnMarks; onClose: () => void }

/** What is written about one question: a note for oneself, a report for the editors. */
export function OwnSheets({ sheet, marks, onClose }: OwnSheetsProps) {
  const t = useTranslations('question.own')
  const question = sheet?.question ?? ''
  return (
    <Dialog open={sheet !== null} title={t(sheet?.kind === 'report' ? 'report' : 'note')} onClose={onClose}>
      {sheet?.kind === 'note' && (
        <NoteForm
          key={question}
          question={question}
          text={marks.noteOf(question)}
          onSave={(text) => marks.writeNote(question, text)}
          onClose={onClose}
        />
      )}
      {sheet?.kind === 'report' && <ReportForm key={question} question={question} onClose={onClose} />}
    </Dialog>
  )
}
