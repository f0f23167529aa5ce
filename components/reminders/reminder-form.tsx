'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Language } from '@/components/accounts/queries'
import { Form } from '@/components/forms/form'
import { type Faults, useForm } from '@/components/forms/use-form'
import { provinceOptions } from '@/components/regions/province-options'
import { useAsked } from '@/components/shell/address'
import { Select, Tick } from '@/components/ui/field'
import type { Channel } from '@/domain/deliveries/channels'
import { type EventKind, eventKinds } from '@/domain/events/kinds'
import type { Province } from '@/domain/regions/provinces'
import type { ReminderInput } from '@/domain/reminders/input'
import type { Asked } from '@/domain/reminders/output'
import { NotAllowed, openBrowser } from './browser'
import { BrowserReminders } from './browser-reminders'
import { AddressField, ChannelChoice } from './channel-field'
import { askReminder } from './queries'
import { ReminderAsked } from './reminder-asked'
import { StopByCode } from './stop-by-code'
import { useChannels } from './use-channels'

/** What most people want to be told of; the rest is one tick away. */
const usual: readonly EventKind[] = ['registration-opens', 'registration-closes', 'tickets-open', 'exam', 'scores']

type Option = { value: string; label: string }
type Fields = Record<string, string>

/** What can be seen to be wrong without asking. */
function faultsOf(channel: Channel, fields: Fields): Faults {
  const { email = '', phone = '' } = fields
  return {
    ...(channel === 'mail' && !email.includes('@') && { email: email.trim() ? 'email' : 'required' }),
    ...(channel === 'sms' &&
      !/\d{11}/.test(phone.replaceAll(/\D/g, '')) && { phone: phone.trim() ? 'phone' : 'required' }),
    ...(!eventKinds.some((kind) => fields[kind]) && { events: 'required' }),
  }
}

/** The address that a channel needs: typed, or given by the browser, which asks for leave. */
async function addressOf(channel: Channel, { email = '', phone = '' }: Fields, pushKey: string | null) {
  if (channel === 'mail') return { channel, email: email.trim() }
  if (channel === 'sms') return { channel, phone: phone.trim() }
  return { channel, browser: await openBrowser(pushKey ?? '') }
}

function EventTicks({ none }: { none: boolean }) {
  const t = useTranslations('reminders')
  const events = useTranslations('eventNames')
  return (
    <fieldset className="grid">
      <legend className="text-ink-2 text-small">{t('events')}</legend>
      {eventKinds.map((kind) => (
        <Tick key={kind} name={kind} value="1" defaultChecked={usual.includes(kind)}>
          {events(kind)}
          <span className="block text-ink-3 text-meta">{t(`when.${kind}`)}</span>
        </Tick>
      ))}
      {none && <p className="text-part text-small">{t('noEvent')}</p>}
    </fieldset>
  )
}

/** Asks for an address, a province and what to be told of; no account is needed. */
export function ReminderForm({ levels }: { levels: readonly Option[] }) {
  const t = useTranslations('reminders')
  const language = useLocale() as Language
  const asked = useAsked('region') ?? ''
  const { ways, pushKey, sms } = useChannels()
  const [channel, setChannel] = useState<Channel>('mail')
  const [region, setRegion] = useState<string | null>(null)
  const [level, setLevel] = useState(levels[0]?.value ?? '')
  const [sent, setSent] = useState<{ body: ReminderInput; delivery: Asked['delivery'] } | null>(null)
  const use = useForm({
    check: (fields) => faultsOf(channel, fields),
    send: async (fields) => {
      const wanted = eventKinds.filter((kind) => fields[kind])
      const place = { region: (region ?? asked) as Province | '', level, events: wanted, language }
      const body = { ...(await addressOf(channel, fields, pushKey)), ...place }
      return { body, ...(await askReminder(body)) }
    },
    onDone: setSent,
  })
  if (sent) return <ReminderAsked {...sent} />
  return (
    <>
      <BrowserReminders />
      <Form use={{ ...use, error: use.error instanceof NotAllowed ? null : use.error }} action={t('action')}>
        <p>{t('lead')}</p>
        <Select
          label={t('region')}
          value={region ?? asked}
          options={[{ value: '', label: t('national') }, ...provinceOptions(language)]}
          onChange={setRegion}
        />
        <Select label={t('level')} value={level} options={levels} onChange={setLevel} />
        <EventTicks none={use.faults.events !== undefined} />
        <ChannelChoice ways={ways} chosen={channel} onChoose={setChannel} />
        <AddressField channel={channel} faults={use.faults} />
        <p role="alert" className="text-part text-small empty:hidden">
          {use.error instanceof NotAllowed && t('notAllowed')}
        </p>
      </Form>
      {sms && <StopByCode />}
    </>
  )
}
