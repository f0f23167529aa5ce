'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { uploadPicture } from '@/components/bank/queries'
import { ApiError, ConnectionError } from '@/components/http'

type TextAreaProps = {
  label: string
  value: string
  onChange: (value: string) => void
  fault?: string | undefined
  rows?: number
  /** Whether pictures may stand in it. */
  pictures?: boolean
  lang?: string
}

/** Markdown to write in, with pictures that are put where the cursor stands. */
export function TextArea({ label, value, onChange, fault, rows = 3, pictures = false, lang = 'zh-CN' }: TextAreaProps) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const insert = (text: string) => {
    const at = box.current?.selectionStart ?? value.length
    onChange(`${value.slice(0, at)}${text}${value.slice(at)}`)
  }
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-ink-2 text-small">
          {label}
        </label>
        {pictures && <PictureButton onPicture={insert} />}
      </div>
      <textarea
        ref={box}
        id={id}
        lang={lang}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        className="field-sizing-content max-h-96 min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-3 py-2 text-small aria-invalid:border-part"
      />
      {fault && (
        <p id={`${id}-fault`} className="text-part text-small">
          {fault}
        </p>
      )}
    </div>
  )
}

function PictureButton({ onPicture }: { onPicture: (markdown: string) => void }) {
  const t = useTranslations('bank')
  const [state, setState] = useState<'idle' | 'sending' | 'refused' | 'connection'>('idle')
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (!file) return
    setState('sending')
    try {
      onPicture((await uploadPicture(file)).markdown)
      setState('idle')
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof ConnectionError)) throw error
      setState(error instanceof ConnectionError ? 'connection' : 'refused')
    } finally {
      target.value = ''
    }
  }
  return (
    <span className="flex flex-wrap items-center justify-end gap-x-3">
      <span role="status" className="text-part text-meta empty:hidden">
        {state === 'sending' ? t('picture.sending') : state !== 'idle' && t(`picture.${state}`)}
      </span>
      <label className="inline-flex min-h-9 cursor-pointer items-center px-2 text-deed text-small focus-within:outline-2 focus-within:outline-deed">
        {t('picture.add')}
        <input
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          className="sr-only"
          onChange={(event) => void send(event)}
        />
      </label>
    </span>
  )
}
