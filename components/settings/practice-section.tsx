'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { changeSettings, type Settings, useSettings } from '@/components/users/settings'
import { Section } from './section'
import { SwitchRow } from './switch-row'
import { Saved } from './use-saving'

const names = ['instant', 'atEnd', 'shortcuts', 'games'] as const satisfies readonly (keyof Settings)[]

/** How one practises; the same switches as in the player, and whether there are seals at all. */
export function PracticeSection() {
  const t = useTranslations('settings.practice')
  const settings = useSettings()
  const [saved, setSaved] = useState(false)
  return (
    <Section name="practice">
      {names.map((name) => (
        <SwitchRow
          key={name}
          label={t(name)}
          note={t(`${name}Note`)}
          checked={settings[name]}
          onChange={(checked) => {
            changeSettings({ [name]: checked })
            setSaved(true)
          }}
        />
      ))}
      <p className="min-h-6 pt-1">
        <Saved state={saved ? 'saved' : 'idle'} />
      </p>
    </Section>
  )
}
