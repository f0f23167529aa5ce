import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useLate } from '@/components/ui/use-late'
import type { OwnSheet } from './own-sheets'
import type { OwnMarks } from './use-own-marks'

const loadSheets = () => import('./own-sheets')

/** The sheets for note and report, fetched when first wanted; and what is to be said when something was not saved. */
export function useOwnSheets(marks: OwnMarks): { open: (sheet: OwnSheet) => void; sheets: ReactNode } {
  const t = useTranslations('question.own')
  const { part, failed, want } = useLate(loadSheets)
  const [sheet, setSheet] = useState<OwnSheet | null>(null)
  const open = (one: OwnSheet) => {
    want()
    setSheet(one)
  }
  const words = failed ? t('late') : marks.failed ? t(`failed.${marks.failed}`) : ''
  const sheets = (
    <>
      <p role="status" className="py-1 text-part text-small empty:hidden print:hidden">
        {words}
      </p>
      {part && <part.OwnSheets sheet={sheet} marks={marks} onClose={() => setSheet(null)} />}
    </>
  )
  return { open, sheets }
}
