import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FeedbackMode } from '@/domain/attempts/input'
import type { Sheet } from '../use-actions'
import { KeyboardHelp, SettingsForm } from './settings-form'

export type MenuSheetsProps = {
  sheet: Sheet
  feedback: FeedbackMode
  hasNote: boolean
  onNote: () => void
  onReport: () => void
  /** Begins the whole anew; absent where that is not offered. */
  onAgain: (() => void) | undefined
  onSheet: (sheet: Sheet) => void
}

/** ⋯: what one can do with this question and this set, and the settings; and the help for keys. */
export function MenuSheets({ sheet, feedback, onAgain, onSheet, ...entries }: MenuSheetsProps) {
  const t = useTranslations('player')
  // A dialog that is closed says so after the next one is open: that must not close it as well.
  const closed = (one: Sheet) => () => sheet === one && onSheet(null)
  const onClose = () => onSheet(null)
  return (
    <>
      <Dialog open={sheet === 'menu'} title={t('menuTitle')} onClose={closed('menu')}>
        <Entries {...entries} onAgain={onAgain && (() => onSheet('again'))} />
        <h3 className="pt-2 text-ink-2 text-small">{t('settings.title')}</h3>
        <SettingsForm feedback={feedback} />
        <div className="hidden md:block">
          <KeyboardHelp />
        </div>
        <Button onClick={onClose}>{t('close')}</Button>
      </Dialog>
      <Dialog open={sheet === 'keys'} title={t('keys.title')} onClose={closed('keys')}>
        <KeyboardHelp />
        <Button onClick={onClose}>{t('close')}</Button>
      </Dialog>
      <Dialog open={sheet === 'again'} title={t('restart.title')} onClose={closed('again')}>
        <p className="text-small">{t('restart.note')}</p>
        <div className="grid grid-cols-2 gap-3">
          <Button look="outlined" onClick={onClose}>
            {t('goOn')}
          </Button>
          <Button onClick={onAgain}>{t('restart.do')}</Button>
        </div>
      </Dialog>
    </>
  )
}

type EntriesProps = Pick<MenuSheetsProps, 'hasNote' | 'onNote' | 'onReport' | 'onAgain'>

function Entries({ hasNote, onNote, onReport, onAgain }: EntriesProps) {
  const t = useTranslations('player')
  const own = useTranslations('question.own')
  const entry = 'min-h-12 w-full text-left text-deed active:bg-sunk'
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      <li>
        <button type="button" onClick={onNote} className={entry}>
          {own(hasNote ? 'noteChange' : 'noteWrite')}
        </button>
      </li>
      <li>
        <button type="button" onClick={onReport} className={entry}>
          {own('report')}
        </button>
      </li>
      {onAgain && (
        <li>
          <button type="button" onClick={onAgain} className={entry}>
            {t('restart.entry')}
          </button>
        </li>
      )}
    </ul>
  )
}
