import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { drop, put, take } from '@/components/attempts/shelf'
import { reasonOf } from '@/components/questions/own/use-own-marks'
import { Button } from '@/components/ui/button'

const draftKey = (question: string) => `note:${question}`
const longest = 5000

type NoteFormProps = {
  question: string
  /** What is saved; '' for none. */
  text: string
  onSave: (text: string) => Promise<void>
  onClose: () => void
}

/** 笔记. What is written lies on this device until it is saved, so that a closed sheet or a tunnel loses none of it. */
export function NoteForm({ question, text, onSave, onClose }: NoteFormProps) {
  const t = useTranslations('question.own')
  const [written, setWritten] = useState(() => take(draftKey(question)) ?? text)
  const [saving, setSaving] = useState(false)
  const [failed, setFailed] = useState<'connection' | 'server' | null>(null)
  const write = (value: string) => {
    setWritten(value)
    put(draftKey(question), value)
  }
  const save = async (value: string) => {
    setSaving(true)
    setFailed(null)
    try {
      await onSave(value)
      drop(draftKey(question))
      onClose()
    } catch (error) {
      setFailed(reasonOf(error))
      setSaving(false)
    }
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save(written.trim())
      }}
    >
      <textarea
        aria-label={t('note')}
        // biome-ignore lint/a11y/noAutofocus: the sheet was opened to write
        autoFocus
        value={written}
        rows={5}
        maxLength={longest}
        placeholder={t('noteHint')}
        onChange={(event) => write(event.target.value)}
        className="field-sizing-content max-h-[40dvh] min-h-32 w-full rounded-button border-[1.5px] border-edge bg-paper px-3 py-2 text-body placeholder:text-ink-3"
      />
      <p role="status" className="text-part text-small empty:hidden">
        {failed && t(`noteFailed.${failed}`)}
      </p>
      <div className="grid grid-cols-2 gap-3">
        {text === '' ? (
          <Button look="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
        ) : (
          <Button look="outlined" disabled={saving} onClick={() => void save('')}>
            {t('noteRemove')}
          </Button>
        )}
        <Button type="submit" disabled={saving || written.trim() === text}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
