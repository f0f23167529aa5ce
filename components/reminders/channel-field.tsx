'use client'

import { useTranslations } from 'next-intl'
import { EmailField } from '@/components/forms/email-field'
import { useFaultWords } from '@/components/forms/failure'
import type { Faults } from '@/components/forms/use-form'
import { Field } from '@/components/ui/field'
import type { Channel } from '@/domain/deliveries/channels'

type ChannelChoiceProps = { ways: readonly Channel[]; chosen: Channel; onChoose: (channel: Channel) => void }

/** How to be told; with one way it is not asked. */
export function ChannelChoice({ ways, chosen, onChoose }: ChannelChoiceProps) {
  const t = useTranslations('reminders')
  if (ways.length < 2) return null
  return (
    <fieldset className="grid">
      <legend className="text-ink-2 text-small">{t('channel')}</legend>
      {ways.map((one) => (
        <label key={one} className="flex min-h-11 items-center gap-3 text-small">
          <input
            type="radio"
            name="channel"
            value={one}
            checked={one === chosen}
            onChange={() => onChoose(one)}
            className="size-5 shrink-0 accent-deed"
          />
          <span>
            {t(`channels.${one}`)}
            <span className="block text-ink-3 text-meta">{t(`channelNotes.${one}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The address of a channel; a browser is its own. */
export function AddressField({ channel, faults }: { channel: Channel; faults: Faults }) {
  const t = useTranslations()
  const words = useFaultWords()
  if (channel === 'push') return null
  if (channel === 'sms')
    return (
      <Field
        key="phone"
        label={t('reminders.phone')}
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        hint={t('reminders.phoneHint')}
        fault={faults.phone && t(faults.phone === 'required' ? 'form.fault.required' : 'reminders.phoneFault')}
        required
      />
    )
  return (
    <EmailField key="email" label={t('reminders.email')} hint={t('reminders.emailHint')} fault={words(faults.email)} />
  )
}
