'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { refusalKey } from '@/components/staff/refusal'
import { Button } from '@/components/ui/button'
import { DropZone } from '@/components/uploads/drop-zone'
import { ProgressLine } from '@/components/uploads/progress-line'
import { sizeWords } from '@/components/uploads/size-words'
import { useUpload } from './use-upload'

type UploadFormProps = { subjects: readonly { value: string; label: string }[]; chosen: string | null }

/** A file dropped, chosen or pasted; what it is, is found out by its content. */
export function UploadForm({ subjects, chosen }: UploadFormProps) {
  const t = useTranslations('imports')
  const subjectId = useId()
  const [subject, setSubject] = useState(chosen ?? subjects[0]?.value ?? '')
  const [text, setText] = useState('')
  const upload = useUpload(hrefIn(useLocale(), '/studio/imports'))
  const isBusy = upload.sending !== null
  return (
    <section aria-label={t('upload')} className="grid gap-4 pt-4 pb-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={subjectId} className="text-ink-2 text-small">
          {t('into')}
        </label>
        <select
          id={subjectId}
          value={subject}
          disabled={isBusy}
          onChange={(event) => setSubject(event.target.value)}
          className="min-h-11 min-w-0 max-w-full rounded-button border-[1.5px] border-edge bg-paper px-3 text-small md:min-h-9"
        >
          {subjects.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
        <span className="text-ink-3 text-meta">{t('intoNote')}</span>
      </div>
      {upload.sending ? (
        <Sending sending={upload.sending} onStop={upload.stop} />
      ) : (
        <div className="grid gap-4 md:grid-cols-2">
          <DropZone
            label={t('file')}
            action={t('choose')}
            hint={t('kinds')}
            onFile={(file) => void upload.send({ subject, file })}
          />
          <PasteBox
            text={text}
            onText={setText}
            onSend={() => void upload.send({ subject, text, fileName: t('pasted') })}
          />
        </div>
      )}
      <p role="alert" className="text-part text-small empty:hidden">
        {upload.error && t(refusalKey(upload.error, t.has))}
      </p>
    </section>
  )
}

type SendingProps = { sending: { name: string | null; loaded: number; total: number }; onStop: () => void }

function Sending({ sending: { name, loaded, total }, onStop }: SendingProps) {
  const t = useTranslations('imports')
  return (
    <div className="grid gap-3 rounded-button border border-edge p-4">
      <ProgressLine
        label={t('sending', { name: name ?? t('pasted') })}
        done={loaded}
        of={total}
        words={t('sent', { done: sizeWords(loaded), of: sizeWords(total) })}
      />
      <Button look="outlined" className="justify-self-start" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  )
}

type PasteBoxProps = { text: string; onText: (text: string) => void; onSend: () => void }

function PasteBox({ text, onText, onSend }: PasteBoxProps) {
  const t = useTranslations('imports')
  const id = useId()
  return (
    <form
      className="grid content-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) onSend()
      }}
    >
      <label htmlFor={id} className="text-ink-2 text-small">
        {t('paste')}
      </label>
      <textarea
        id={id}
        value={text}
        rows={5}
        placeholder={t('pasteExample')}
        onChange={(event) => onText(event.target.value)}
        className="max-h-[50dvh] min-h-32 w-full rounded-button border-[1.5px] border-edge bg-paper px-3 py-2 text-small placeholder:text-ink-3"
      />
      <Button type="submit" look="outlined" disabled={!text.trim()} className="justify-self-start">
        {t('readText')}
      </Button>
    </form>
  )
}
