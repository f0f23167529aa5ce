import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reasonOf } from '@/components/questions/own/use-own-marks'
import { Button } from '@/components/ui/button'
import type { ReportReason } from '@/domain/reports/input'
import { reportQuestion } from './queries'

const reasons = [
  'wrong-key',
  'wrong-explanation',
  'outdated',
  'typo',
  'unclear',
  'duplicate',
  'other',
] as const satisfies readonly ReportReason[]

/** 纠错: what is wrong in one tap, and in words if one likes. */
export function ReportForm({ question, onClose }: { question: string; onClose: () => void }) {
  const t = useTranslations('question.own')
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [text, setText] = useState('')
  const [state, setState] = useState<'open' | 'sending' | 'sent' | 'connection' | 'server'>('open')
  const send = async (chosen: ReportReason) => {
    setState('sending')
    try {
      await reportQuestion(question, { reason: chosen, text: text.trim() })
      setState('sent')
    } catch (error) {
      setState(reasonOf(error))
    }
  }
  // Without words nobody could tell what is meant.
  const isWanting = reason === 'other' && text.trim() === ''
  if (state === 'sent')
    return (
      <div className="grid gap-3">
        <p role="status">{t('reported')}</p>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    )
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason) void send(reason)
      }}
    >
      <fieldset>
        <legend className="text-ink-2 text-small">{t('reportLead')}</legend>
        <div className="mt-1 grid grid-cols-2 border-rule border-t">
          {reasons.map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-3 border-rule border-b text-small">
              <input
                type="radio"
                name="reason"
                checked={reason === one}
                onChange={() => setReason(one)}
                className="size-5 shrink-0 accent-deed"
              />
              {t(`reasons.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="grid gap-1 text-ink-2 text-small">
        {t('reportText')}
        <textarea
          value={text}
          rows={3}
          maxLength={2000}
          onChange={(event) => setText(event.target.value)}
          className="field-sizing-content max-h-[30dvh] min-h-20 w-full rounded-button border-[1.5px] border-edge bg-paper px-3 py-2 text-body text-ink"
        />
      </label>
      <p role="status" className="text-part text-small empty:hidden">
        {(state === 'connection' || state === 'server') && t(`reportFailed.${state}`)}
      </p>
      <div className="grid grid-cols-2 gap-3">
        <Button look="outlined" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" disabled={reason === null || isWanting || state === 'sending'}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
