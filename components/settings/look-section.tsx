'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { hrefIn, type Locale, languageNames, locales } from '@/components/shell/locales'
import { Choice } from '@/components/ui/choice'
import { changeSettings, useSettings } from '@/components/users/settings'
import type { themes } from '@/domain/users/input'
import { Section } from './section'
import { Saved } from './use-saving'

type Theme = (typeof themes)[number]
const choices: readonly Theme[] = ['system', 'light', 'dark']

export function LookSection() {
  const t = useTranslations('settings.look')
  const locale = useLocale()
  const { theme } = useSettings()
  const [saved, setSaved] = useState(false)
  const speak = (language: Locale) => {
    changeSettings({ language })
    // Another language is another document.
    window.location.assign(`${hrefIn(language, '/settings')}#look`)
  }
  return (
    <Section name="look">
      <Choice
        label={t('theme')}
        value={theme}
        options={choices.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => {
          changeSettings({ theme: value || 'system' })
          setSaved(true)
        }}
      />
      <Choice
        label={t('language')}
        value={locale as Locale}
        options={locales.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(value) => value && speak(value)}
      />
      <p className="min-h-6 pt-1">
        <Saved state={saved ? 'saved' : 'idle'} />
      </p>
    </Section>
  )
}
