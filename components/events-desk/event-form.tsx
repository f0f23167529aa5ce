'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '@/components/http'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { useAwake } from '@/components/ui/use-awake'
import { dateFault } from '@/domain/events/check'
import type { ExamEvent } from '@/domain/events/input'
import { certainties, type EventKind, type EventStatus, eventStatuses } from '@/domain/events/kinds'
import type { CalendarItem, CalendarView } from '@/domain/events/output'

type Props = { year: number; region: ExamEvent['region']; kind: EventKind; known: CalendarItem['event'] }

const publishEvent = (body: ExamEvent) => api<CalendarView>('/events', { method: 'PUT', body })
const textIn = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

type Chosen = Pick<ExamEvent, 'year' | 'region' | 'kind' | 'status' | 'certainty'>

function eventIn(form: FormData, chosen: Chosen): ExamEvent {
  const [title, publisher, date] = ['title', 'publisher', 'date'].map((name) => textIn(form, name))
  return {
    ...chosen,
    startsAt: textIn(form, 'startsAt') || null,
    endsAt: textIn(form, 'endsAt') || null,
    note: textIn(form, 'note'),
    source: title ? { title, ...(publisher && { publisher }), ...(date && { date }) } : null,
  }
}

/** A date that the status denies is told at the date. */
const fieldOf = (field: 'status' | 'startsAt' | 'endsAt') => (field === 'status' ? 'startsAt' : field)

/** What is known of one event, and the way to say it anew. */
export function EventForm({ year, region, kind, known }: Props) {
  const t = useTranslations('eventsDesk')
  const [status, setStatus] = useState<string>(known?.status ?? 'unannounced')
  const [certainty, setCertainty] = useState<string>(known?.certainty ?? 'official')
  const [saved, setSaved] = useState(false)
  const [wrong, setWrong] = useState<ReturnType<typeof dateFault>>(null)
  const awake = useAwake()
  const { refresh } = useRouter()
  const { pending, fault, run } = useDeed('eventsDesk')
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = { year, region, kind, status: status as EventStatus, certainty: certainty as ExamEvent['certainty'] }
    const body = eventIn(new FormData(event.currentTarget), chosen)
    const found = dateFault(body)
    setSaved(false)
    setWrong(found)
    const field = found && event.currentTarget.elements.namedItem(fieldOf(found.field))
    if (field instanceof HTMLElement) field.focus()
    if (found) return
    run(async () => {
      await publishEvent(body)
      setSaved(true)
      // The line above the form tells what is known now.
      refresh()
    })
  }
  const { source } = known ?? {}
  const faultAt = (field: 'startsAt' | 'endsAt') =>
    wrong && fieldOf(wrong.field) === field ? t(`dateFaults.${wrong.code}`, { year: String(year) }) : undefined
  return (
    <form onSubmit={save}>
      {/* Before the scripts are awake nothing could be saved: what is typed then would be lost. */}
      <fieldset disabled={!awake} className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 py-3 md:grid-cols-3">
        <Select
          label={t('status')}
          value={status}
          options={eventStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          onChange={setStatus}
        />
        <Field
          label={t('startsAt')}
          name="startsAt"
          hint={t('momentHint')}
          fault={faultAt('startsAt')}
          defaultValue={known?.startsAt ?? ''}
        />
        <Field label={t('endsAt')} name="endsAt" fault={faultAt('endsAt')} defaultValue={known?.endsAt ?? ''} />
        <Field label={t('sourceTitle')} name="title" lang="zh-CN" defaultValue={source?.title ?? ''} />
        <Field label={t('publisher')} name="publisher" lang="zh-CN" defaultValue={source?.publisher ?? ''} />
        <Field label={t('sourceDate')} name="date" type="date" defaultValue={source?.date ?? ''} />
        <Field label={t('note')} name="note" lang="zh-CN" defaultValue={known?.note ?? ''} />
        <Select
          label={t('certainty')}
          value={certainty}
          options={certainties.map((value) => ({ value, label: t(`certainties.${value}`) }))}
          onChange={setCertainty}
        />
        <div className="flex flex-wrap items-center gap-3 md:col-span-3">
          <Button type="submit" look="outlined" disabledFocusable={pending}>
            {t('save')}
          </Button>
          <span role="status" className="text-ink-2 text-small">
            {saved && t('saved')}
          </span>
          <p role="alert" className="text-part text-small empty:hidden">
            {fault}
          </p>
        </div>
      </fieldset>
    </form>
  )
}
